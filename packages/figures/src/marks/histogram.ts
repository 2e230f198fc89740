import { reject } from "../argument-checks.ts";
import { rangeOf } from "../axes/range.ts";
import type { HistogramMark } from "../mark.ts";
import { requireIncreasing, requireNumbers } from "../require-data.ts";
import { element } from "../svg/element.ts";
import type { Place } from "../svg/place.ts";
import type { Frame } from "./frame.ts";
import { curve } from "./line.ts";
import type { MarkKind } from "./mark-kind.ts";
import { along } from "./places.ts";
import { counted, quoted, spanInWords } from "./words.ts";

export const histogramKind: MarkKind<HistogramMark> = {
  kind: "histogram",
  require: (path, { edges, density }) => {
    requireIncreasing(`${path}.edges`, edges);
    requireNumbers(`${path}.density`, density);
    if (edges.length === 0 && density.length === 0) return;
    if (density.length !== edges.length - 1)
      reject(
        "drawFigure",
        `${path}.density.length`,
        `be ${edges.length - 1}, one fewer than edges`,
        density.length,
      );
  },
  extentX: ({ edges }, kind) => ({ range: rangeOf(kind, edges) }),
  extentY: ({ density }, kind) =>
    kind === "log"
      ? { range: rangeOf(kind, density) }
      : { range: rangeOf(kind, density, [0]), floor: !density.some((height) => height < 0) },
  draw: (mark, frame, { colour }) => {
    const stairs = stairsOf(mark, frame);
    return (
      element("path", { d: curve(stairs), fill: colour, "fill-opacity": 0.28 }) +
      element("path", { d: curve(stairs), fill: "none", stroke: colour, "stroke-width": 0.9 })
    );
  },
  occupied: (mark, frame) => {
    const stairs = along(stairsOf(mark, frame), frame);
    return stairs.flatMap(([x, y]) => filled(x, y, frame));
  },
  swatch: (_, __, { colour }) =>
    element("rect", {
      y: -5,
      width: 26,
      height: 10,
      fill: colour,
      "fill-opacity": 0.28,
      stroke: colour,
      "stroke-width": 0.9,
    }),
  describe: ({ label, edges, density }) =>
    `histogram${quoted(label)} with ${counted(density.length, "bin")} ${spanInWords(edges)}, heights ${spanInWords(density)}`,
};

/** The outline over the bars, down to the base where bars are missing. */
function stairsOf({ edges, density }: HistogramMark, frame: Frame): Place[] {
  const base = frame.y.kind === "log" ? frame.height : frame.y(0);
  const tops = Array.from(density, (height) => {
    const top = frame.y(height);
    return Number.isFinite(top) ? top : base;
  });
  if (tops.length === 0) return [];
  const x = Array.from(edges, (edge) => frame.x(edge));
  return [
    [x[0]!, base],
    ...tops.flatMap((top, i): Place[] => [
      [x[i]!, top],
      [x[i + 1]!, top],
    ]),
    [x.at(-1)!, base],
  ];
}

function filled(x: number, y: number, { height }: Frame): Place[] {
  return Array.from({ length: Math.max(1, Math.ceil((height - y) / 8)) }, (_, i) => [x, y + 8 * i]);
}

import { rejectKind } from "../argument-checks.ts";
import { type Range, rangeOf } from "../axes/range.ts";
import type { ScaleKind } from "../figure.ts";
import type { RuleMark } from "../mark.ts";
import { svgNumber } from "../svg/number.ts";
import type { Place } from "../svg/place.ts";
import type { Frame } from "./frame.ts";
import type { MarkKind } from "./mark-kind.ts";
import { along } from "./places.ts";
import { stroke } from "./stroke.ts";
import { numberInWords, quoted } from "./words.ts";

export const ruleKind: MarkKind<RuleMark> = {
  kind: "rule",
  require: (path, { x, y }) => {
    for (const [name, value] of Object.entries({ x, y }))
      if (value !== undefined && typeof value !== "number")
        rejectKind("drawFigure", `${path}.${name}`, "be a number", value);
    if ((x === undefined) === (y === undefined))
      rejectKind("drawFigure", path, "have either x or y", x === undefined ? "none" : "both");
  },
  extentX: ({ x }, kind) => ({ range: single(kind, x) }),
  extentY: ({ y }, kind) => ({ range: single(kind, y) }),
  draw: ({ dashed, ...mark }, frame, { colour }) =>
    stroke(pathOf(mark, frame), { colour, dashed, width: 1.4 }, frame),
  occupied: (mark, frame) => along(endsOf(mark, frame), frame),
  swatch: ({ dashed }, frame, { colour }) => stroke("M0,0H26", { colour, dashed, width: 1.4 }, frame),
  describe: ({ label, x, y }) =>
    x === undefined
      ? `horizontal line${quoted(label)} at y = ${numberInWords(y!)}`
      : `vertical line${quoted(label)} at x = ${numberInWords(x)}`,
};

function single(kind: ScaleKind, value: number | undefined): Range | undefined {
  return value === undefined ? undefined : rangeOf(kind, [value]);
}

function endsOf({ x, y }: Pick<RuleMark, "x" | "y">, frame: Frame): Place[] {
  if (x !== undefined) {
    const at = frame.x(x);
    return [
      [at, 0],
      [at, frame.height],
    ];
  }
  const at = frame.y(y!);
  return [
    [0, at],
    [frame.width, at],
  ];
}

function pathOf(mark: Pick<RuleMark, "x" | "y">, frame: Frame): string {
  const ends = endsOf(mark, frame);
  if (!ends.flat().every(Number.isFinite)) return "";
  const [from, to] = ends.map(([x, y]) => `${svgNumber(x)},${svgNumber(y)}`);
  return `M${from}L${to}`;
}

import { rejectKind, requireLength } from "../argument-checks.ts";
import type { Extent } from "../axes/domain.ts";
import { isShown } from "../axes/range.ts";
import type { Scale } from "../axes/scale.ts";
import { raster } from "../colours/raster.ts";
import type { ScaleKind } from "../figure.ts";
import type { HeatMark } from "../mark.ts";
import type { Numbers } from "../numbers.ts";
import { requireDomain, requireIncreasing, requireNumbers, requireText } from "../require-data.ts";
import { drawContours } from "./contours.ts";
import type { Frame } from "./frame.ts";
import type { MarkKind } from "./mark-kind.ts";
import { numberInWords, quoted, spanInWords } from "./words.ts";

/** Pixels of the image for each unit of the drawing. */
const density = 2;

export const heatKind: MarkKind<HeatMark> = {
  kind: "heat",
  require: (path, { label, x, y, values, domain, contours }) => {
    requireText(`${path}.label`, label);
    requireIncreasing(`${path}.x`, x);
    requireIncreasing(`${path}.y`, y);
    requireNumbers(`${path}.values`, values);
    requireLength("drawFigure", `${path}.values`, values.length, x.length * y.length, "x times y");
    if (domain !== undefined) requireDomain(`${path}.domain`, domain);
    if (contours === undefined) return;
    if (!Array.isArray(contours)) rejectKind("drawFigure", `${path}.contours`, "be an array", contours);
    requireNumbers(`${path}.contours`, contours);
  },
  extentX: ({ x }, kind) => extentOf(x, kind),
  extentY: ({ y }, kind) => extentOf(y, kind),
  draw: (mark, frame) => drawCells(mark, frame) + drawContours(mark, frame),
  occupied: () => [],
  swatch: () => "",
  describe: ({ label, x, y, values, contours = [] }) =>
    [
      `heat map of${quoted(label)} on ${x.length} by ${y.length} cells, values ${spanInWords(values)}`,
      ...(contours.length > 0 ? [`contours at ${contours.map(numberInWords).join(", ")}`] : []),
    ].join(", "),
};

function extentOf(centres: Numbers, kind: ScaleKind): Extent {
  const ends = edgesOf(
    Array.from(centres).filter((value) => isShown(kind, value)),
    kind,
  );
  return { range: ends.length < 2 ? undefined : [ends[0]!, ends.at(-1)!], tight: true };
}

/** Borders of the cells: halfway between centres, as the axis measures, and as far out at the ends. */
function edgesOf(centres: readonly number[], kind: ScaleKind): number[] {
  const [to, from] = kind === "log" ? [Math.log, Math.exp] : [identity, identity];
  const at = centres.map(to);
  if (at.length === 0) return [];
  const first = at.length > 1 ? at[1]! - at[0]! : 1;
  const last = at.length > 1 ? at.at(-1)! - at.at(-2)! : 1;
  const inner = at.slice(1).map((value, i) => (value + at[i]!) / 2);
  return [at[0]! - first / 2, ...inner, at.at(-1)! + last / 2].map(from);
}

function identity(value: number): number {
  return value;
}

function drawCells(mark: HeatMark, frame: Frame): string {
  if (frame.colours === undefined || mark.x.length === 0 || mark.y.length === 0) return "";
  const { colours } = frame;
  const [across, down] = [
    cellsAlong(mark.x, frame.x, frame.width),
    cellsAlong(mark.y, frame.y, frame.height),
  ];
  const area = { x: across.start, y: down.start, width: across.length, height: down.length };
  if (!(area.width > 0 && area.height > 0)) return "";
  return raster(area, down.cells.length, across.cells.length, colours.palette, (row, col) =>
    colours.index(mark.values[down.cells[row]! * mark.x.length + across.cells[col]!]!),
  );
}

/** For each pixel along an axis, within the frame, the index of the cell there. */
function cellsAlong(
  centres: Numbers,
  scale: Scale,
  size: number,
): { readonly start: number; readonly length: number; readonly cells: readonly number[] } {
  const skipped = Array.from(centres).findIndex((value) => isShown(scale.kind, value));
  const shown = Array.from(centres).slice(Math.max(0, skipped));
  const borders = edgesOf(shown, scale.kind).map(scale);
  const [a, b] = [borders[0] ?? 0, borders.at(-1) ?? 0];
  const start = Math.max(0, Math.min(a, b));
  const length = Math.min(size, Math.max(a, b)) - start;
  const pixels = Math.max(0, Math.round(length * density));
  const cells = Array.from({ length: pixels }, (_, i) => {
    const at = start + ((i + 0.5) * length) / pixels;
    const passed = borders.slice(1, -1).filter((border) => (a < b ? border <= at : border >= at)).length;
    return Math.max(0, skipped) + passed;
  });
  return { start, length, cells };
}

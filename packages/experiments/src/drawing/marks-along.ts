import type { Results } from "../experiment.ts";
import type { LineMark, PointsMark } from "../figure.ts";
import type { Point } from "../point.ts";
import type { Row } from "../row.ts";
import { meansAlong } from "./means-along.ts";
import type { Slice } from "./slice-of.ts";

/** Marks of the cells of a row against one parameter. */
export interface MarksAlong<R extends Row> {
  /** What theory says of a cell, interrupted where it says nothing. */
  line(cell: keyof R, style: Omit<LineMark, "kind" | "x" | "y">): LineMark;
  /** Means over trials with their standard errors. */
  points(cell: keyof R, style: Omit<PointsMark, "kind" | "x" | "y" | "error">): PointsMark;
}

/**
 * Theory and simulation along a parameter, all others being those of a slice.
 *
 * @param results - for the theory
 * @param slice - the trials, and the point of the others
 * @param parameter - what is on the axis
 * @param x - where theory is drawn, increasing
 */
export function marksAlong<P extends Point, R extends Row>(
  results: Results<P, R>,
  { base, trials }: Slice<P, R>,
  parameter: keyof P,
  x: readonly number[],
): MarksAlong<R> {
  const theory = (value: number, cell: keyof R): number =>
    Number(results.theory({ ...base, [parameter]: value })[cell] ?? Number.NaN);
  return {
    line: (cell, style) => ({ kind: "line", x, y: x.map((value) => theory(value, cell)), ...style }),
    points: (cell, style) => ({ kind: "points", ...meansAlong(trials, parameter, cell), ...style }),
  };
}

import { requireFiniteEntries } from "../check.ts";
import type { Matrix } from "../matrix.ts";

/** One product of an operator, or of its transpose, with a vector and perhaps with a block of rows. */
export interface RowMap {
  /** Length of the input. */
  readonly from: number;
  /** Length of the output. */
  readonly to: number;
  one(x: Float64Array, out: Float64Array): void;
  block: ((X: Matrix, out: Matrix) => void) | undefined;
}

/**
 * One pass: row i of `out` = A times row i of `X`, for `rows` rows.
 *
 * @throws RangeError if a product is not finite
 */
export function applyRows(call: string, map: RowMap, rows: number, X: Float64Array, out: Float64Array): void {
  const { from, to } = map;
  if (map.block !== undefined) map.block({ rows, cols: from, data: X }, { rows, cols: to, data: out });
  else
    for (let i = 0; i < rows; i++)
      map.one(X.subarray(i * from, (i + 1) * from), out.subarray(i * to, (i + 1) * to));
  requireFiniteEntries(call, "the operator's product", out);
}

/** The longest of `rows` rows: a lower bound of the operator's norm if their preimages are unit vectors. */
export function longestRow(rows: number, n: number, data: Float64Array): number {
  let longest = 0;
  for (let i = 0; i < rows; i++) {
    let squares = 0;
    for (let k = i * n; k < (i + 1) * n; k++) squares += data[k]! * data[k]!;
    longest = Math.max(longest, Math.sqrt(squares));
  }
  return longest;
}

/** What is new in a product and at most so long, relative to the operator's norm, is rounding. */
export function roundingOf(n: number): number {
  return 10 * Number.EPSILON * Math.sqrt(n);
}

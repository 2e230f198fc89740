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

/** One pass: row i of `out` = A times row i of `X`, for `rows` rows. */
export function applyRows(map: RowMap, rows: number, X: Float64Array, out: Float64Array): void {
  const { from, to } = map;
  if (map.block !== undefined) map.block({ rows, cols: from, data: X }, { rows, cols: to, data: out });
  else
    for (let i = 0; i < rows; i++)
      map.one(X.subarray(i * from, (i + 1) * from), out.subarray(i * to, (i + 1) * to));
}

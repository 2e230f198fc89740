import type { Matrix } from "../matrix.ts";

/** Blocks of fewer vectors are cheaper one by one: a packed product reads and writes the whole matrix once more. */
export const fewestForProduct = 8;

/** Row i of `out` = `apply` of row i of `X`. */
export function eachRow(apply: (x: Float64Array, out: Float64Array) => void, X: Matrix, out: Matrix): void {
  for (let i = 0; i < X.rows; i++)
    apply(X.data.subarray(i * X.cols, (i + 1) * X.cols), out.data.subarray(i * out.cols, (i + 1) * out.cols));
}

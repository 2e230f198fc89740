import type { Matrix } from "../matrix.ts";
import type { Basis } from "./basis.ts";

/** Nothing left over. */
export const noRemainder: Matrix = { rows: 0, cols: 0, data: new Float64Array(0) };

/** What left the space in the last products: `rows` of them, as combinations of the `added` basis rows that came of them. */
export function remainderOf({ factor }: Basis, rows: number, added: number): Matrix {
  const data = new Float64Array(rows * added);
  for (let i = 0; i < rows; i++) data.set(factor.subarray(i * rows, i * rows + added), i * added);
  return { rows, cols: added, data };
}

/** |s L| for the remainder L and the last entries of row `j` of the coefficients (`cols` each): how much of a product leaves. */
export function remainderNorm(coefficients: Float64Array, j: number, cols: number, L: Matrix): number {
  const start = (j + 1) * cols - L.rows;
  let squares = 0;
  for (let k = 0; k < L.cols; k++) {
    let sum = 0;
    for (let i = 0; i < L.rows; i++) sum += coefficients[start + i]! * L.data[i * L.cols + k]!;
    squares += sum * sum;
  }
  return Math.sqrt(squares);
}

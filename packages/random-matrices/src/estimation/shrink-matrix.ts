import { gemm, type Matrix, svd } from "@onsager/linalg";
import {
  type ShrinkageOptions,
  type ShrunkSingularValues,
  shrinkSingularValues,
} from "./shrink-singular-values.ts";

/** A matrix after shrinkage of its singular values. */
export interface ShrunkMatrix extends ShrunkSingularValues {
  /** X_hat, m x n. */
  readonly matrix: Matrix;
}

/** Row j times weights_j. */
function weightedRows({ rows, cols, data }: Matrix, weights: Float64Array): Matrix {
  return { rows, cols, data: data.map((value, at) => value * weights[Math.floor(at / cols)]!) };
}

/**
 * The denoised matrix of Y = X + sigma Z, X of low rank: the singular vectors of Y with the values of `shrinkSingularValues`.
 *
 * @param Y - m x n, noise of equal variance in every entry
 * @param options - `loss` (default "frobenius"), `noise` sigma (default estimated)
 * @throws TypeError if Y is empty, RangeError for NaN or infinite entries or options out of range
 *
 * @example
 * const { matrix, rank, noise } = shrinkMatrix(Y);
 */
export function shrinkMatrix(
  Y: Matrix<Float64Array | Float32Array>,
  options: ShrinkageOptions = {},
): ShrunkMatrix {
  const { values, left, right } = svd(Y);
  const shrunk = shrinkSingularValues(values, { ...options, rows: Y.rows, cols: Y.cols });
  const matrix = gemm(weightedRows(left, shrunk.values), right, { transposeA: true });
  return { ...shrunk, matrix };
}

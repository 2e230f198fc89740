import { gemm, type Matrix, svd } from "@onsager/linalg";
import { requireOptions } from "../argument-checks.ts";
import { requireMatrix } from "../require-matrix.ts";
import {
  requireShrinkage,
  type ShrinkageOptions,
  type ShrunkSingularValues,
  shrink,
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
 * @throws TypeError or RangeError if Y is no matrix of finite entries, or empty, options out of range, or half of the singular values 0
 *   and no noise given
 *
 * @example
 * const { matrix, rank, noise } = shrinkMatrix(Y);
 */
export function shrinkMatrix(
  Y: Matrix<Float64Array | Float32Array>,
  options: ShrinkageOptions = {},
): ShrunkMatrix {
  requireMatrix("shrinkMatrix", "Y", Y);
  requireOptions("shrinkMatrix", options);
  requireShrinkage("shrinkMatrix", options);
  const { values, left, right } = svd(Y);
  const shrunk = shrink("shrinkMatrix", values, { ...options, rows: Y.rows, cols: Y.cols });
  const matrix = gemm(weightedRows(left, shrunk.values), right, { transposeA: true });
  return { ...shrunk, matrix };
}

import type { BackendOptions } from "../backend-options.ts";
import { requireMatrix } from "../check.ts";
import type { Convergence } from "../convergence.ts";
import type { Floats, Matrix } from "../matrix.ts";
import { svdOf } from "./svd.ts";

/** Singular values and how their computation ended. */
export interface SingularValues {
  /** min(m, n) values in decreasing order. */
  readonly values: Float64Array;
  /** Of the slowest part. */
  readonly convergence: Convergence;
}

/**
 * The singular values of a matrix; errors are tens of units of rounding of the largest. They come from the full decomposition, whose
 * vectors are needed for the small values to be right.
 *
 * @param A - m x n; f32 entries are computed with in f64
 * @param options - `backend`
 * @throws TypeError if A is empty, RangeError for NaN or infinite entries
 *
 * Source: as `svd`.
 */
export function singularValues(A: Matrix<Floats>, options: BackendOptions = {}): SingularValues {
  requireMatrix("singularValues", "A", A);
  const { values, convergence } = svdOf(A, options);
  return { values, convergence };
}

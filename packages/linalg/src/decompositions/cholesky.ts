import type { Backend } from "../backend/backend.ts";
import { backendOf } from "../backend-options.ts";
import type { SymmetricOptions } from "../eigen/symmetric-eigenvalues.ts";
import type { Floats, Matrix } from "../matrix.ts";
import { requireSymmetric } from "../symmetry.ts";

/** A = U^T U. */
export interface Cholesky {
  /** U, n x n, upper triangular with a positive diagonal. */
  readonly factor: Matrix;
}

/** The value of a pivot: A_jj - sum_i U_ij^2 over the rows that are finished. */
function pivotValue(A: Matrix<Floats>, U: Float64Array, j: number): number {
  const n = A.rows;
  let pivot = A.data[j * n + j]!;
  for (let i = 0; i < j; i++) pivot -= U[i * n + j]! ** 2;
  return pivot;
}

/** The factor of a symmetric matrix that has been checked, or the pivot at which it failed. */
export function tryCholesky(
  backend: Backend,
  A: Matrix<Floats>,
): Matrix | { readonly index: number; readonly pivot: number } {
  const n = A.rows;
  const data = new Float64Array(n * n);
  const index = backend.cholesky(n, A.data, data);
  if (index >= 0) return { index, pivot: pivotValue(A, data, index) };
  return { rows: n, cols: n, data };
}

/**
 * The Cholesky factorisation A = U^T U of a symmetric positive definite matrix.
 *
 * @param A - n x n, of which the upper triangle is read; f32 entries are computed with in f64
 * @param options - `checkSymmetry` (default true), `backend`
 * @throws RangeError if a pivot is not positive, with its value and index j: the leading block of order j + 1 is not positive
 *   definite; RangeError for NaN or infinite entries; TypeError if A is empty, not square or not symmetric
 *
 * Source: G. Golub, C. Van Loan, Matrix computations (2013), section 4.2.
 */
export function cholesky(A: Matrix<Floats>, options: SymmetricOptions = {}): Cholesky {
  const backend = backendOf("cholesky", options);
  requireSymmetric("cholesky", "A", A, options);
  const factor = tryCholesky(backend, A);
  if ("index" in factor)
    throw new RangeError(
      `cholesky: A must be positive definite, got pivot ${factor.pivot} at index ${factor.index}`,
    );
  return { factor };
}

import type { Backend } from "../backend/backend.ts";
import { backendOf } from "../backend-options.ts";
import { eigenOfSymmetric } from "../eigen/symmetric-eigen.ts";
import type { SymmetricOptions } from "../eigen/symmetric-eigenvalues.ts";
import type { Floats, Matrix } from "../matrix.ts";
import { rowMajor, times, transposed } from "../products.ts";
import { requireSymmetric } from "../symmetry.ts";
import { tryCholesky } from "./cholesky.ts";
import { requireRightSide, solveWithFactor } from "./cholesky-solve.ts";

/** Divides row j by value j, of which none may be zero to rounding. */
function divideRows(rows: Float64Array, values: Float64Array): void {
  const n = values.length;
  const width = rows.length / n;
  const size = Math.max(Math.abs(values[0]!), Math.abs(values[n - 1]!));
  for (let j = 0; j < n; j++) {
    if (!(Math.abs(values[j]!) > n * Number.EPSILON * size))
      throw new RangeError(
        `solveSymmetric: A must be non-singular, got eigenvalue ${values[j]} beside one of size ${size}`,
      );
    for (let c = j * width; c < (j + 1) * width; c++) rows[c]! /= values[j]!;
  }
}

/** Whether no pivot of the factor U is rounding beside the diagonal of A, as may be where A is singular. */
function isClearlyDefinite({ rows: n, data: A }: Matrix<Floats>, { data: U }: Matrix): boolean {
  let [largest, least] = [0, Number.POSITIVE_INFINITY];
  for (let at = 0; at < A.length; at += n + 1) {
    largest = Math.max(largest, A[at]!);
    least = Math.min(least, U[at]! ** 2);
  }
  return least > n * Number.EPSILON * largest;
}

/** X = V^T diag(1/values) V B. */
function solveBySpectrum(backend: Backend, A: Matrix<Floats>, B: Matrix<Floats>): Matrix {
  const [n, m] = [B.rows, B.cols];
  const { values, vectors } = eigenOfSymmetric(backend, n, A.data);
  const V = rowMajor(vectors.data, n);
  const coefficients = times(backend, [n, n, m], V, rowMajor(new Float64Array(B.data), m));
  divideRows(coefficients, values);
  return { rows: n, cols: m, data: times(backend, [n, n, m], transposed(V), rowMajor(coefficients, m)) };
}

/**
 * Solves A X = B for a symmetric matrix of any signature: by the Cholesky factorisation if A is positive definite, else by the
 * eigendecomposition, which takes some ten times longer, needs no pivoting strategy and tells when A is singular.
 *
 * @param A - n x n, of which the upper triangle is read; f32 entries are computed with in f64
 * @param B - n x m, one right side a COLUMN; a single one is n x 1
 * @param options - `checkSymmetry` (default true), `backend`
 * @returns X, n x m
 * @throws RangeError if A is singular: an eigenvalue is at most n 2^-52 times the largest in size (that is looked at when A has a
 *   pivot that is not positive or so small); RangeError for NaN or infinite entries; TypeError for shapes that do not fit or an A
 *   that is not symmetric
 *
 * Source: G. Golub, C. Van Loan, Matrix computations (2013), sections 4.2 and 8.1.
 */
export function solveSymmetric(A: Matrix<Floats>, B: Matrix<Floats>, options: SymmetricOptions = {}): Matrix {
  const backend = backendOf("solveSymmetric", options);
  requireSymmetric("solveSymmetric", "A", A, options);
  requireRightSide("solveSymmetric", B, A.rows);
  const factor = tryCholesky(backend, A);
  if ("index" in factor || !isClearlyDefinite(A, factor)) return solveBySpectrum(backend, A, B);
  return solveWithFactor(backend, factor, B);
}

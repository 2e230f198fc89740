import { backend as defaultBackend } from "../backend/select.ts";
import type { BackendOptions } from "../backend-options.ts";
import type { Floats, Matrix } from "../matrix.ts";
import { requireSymmetric, type SymmetryOptions } from "../symmetry.ts";
import { dividedBy, moderatingScale } from "./scaling.ts";
import { type Eigenvalues, tridiagonalEigenvalues } from "./tridiagonal-eigenvalues.ts";

/** Options of functions that take a symmetric matrix and compute. */
export interface SymmetricOptions extends BackendOptions, SymmetryOptions {}

/**
 * All eigenvalues of a symmetric matrix, by reduction to tridiagonal form and QL sweeps; errors are a few units of rounding of the
 * largest one in size.
 *
 * @param A - n x n, of which the upper triangle is read; f32 entries are computed with in f64
 * @param options - `checkSymmetry` (default true), `backend`
 * @returns n values in increasing order, and the record
 * @throws TypeError if A is empty, not square or not symmetric; RangeError for NaN or infinite entries
 *
 * Source: G. Golub, C. Van Loan, Matrix computations (2013), section 8.3.
 */
export function symmetricEigenvalues(A: Matrix<Floats>, options: SymmetricOptions = {}): Eigenvalues {
  requireSymmetric("symmetricEigenvalues", "A", A, options);
  const { backend = defaultBackend() } = options;
  const scale = moderatingScale(A.data);
  const { diagonal, offDiagonal } = backend.tridiagonalise(A.rows, dividedBy(A.data, scale));
  const { values, convergence } = tridiagonalEigenvalues(diagonal, offDiagonal);
  return { values: values.map((value) => value * scale), convergence };
}

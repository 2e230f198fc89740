import type { Backend } from "../backend/backend.ts";
import { type BackendOptions, backendOf } from "../backend-options.ts";
import type { Floats, Matrix } from "../matrix.ts";
import { copyDivided, moderatingScale, timesScale } from "../scaling.ts";
import { requireSymmetric, type SymmetryOptions } from "../symmetry.ts";
import { type Eigenvalues, libraryRecord, tridiagonalEigenvalues } from "./tridiagonal-eigenvalues.ts";

/** Options of functions that take a symmetric matrix and compute. */
export interface SymmetricOptions extends BackendOptions, SymmetryOptions {}

/** By the backend's library, if it has one and that converges. */
function libraryEigenvalues(
  backend: Backend,
  { rows: n, data }: Matrix<Floats>,
  scale: number,
): Eigenvalues | undefined {
  if (backend.symmetricEigenvalues === undefined) return undefined;
  const values = backend.withArrays([n * n], (copy) => {
    copyDivided(data, scale, copy);
    return backend.symmetricEigenvalues?.(n, copy);
  });
  return values && { values: timesScale(values, scale), convergence: libraryRecord };
}

/** By reduction to tridiagonal form and QL sweeps. */
function ownEigenvalues(backend: Backend, { rows: n, data }: Matrix<Floats>, scale: number): Eigenvalues {
  const { diagonal, offDiagonal } = backend.withArrays([n * n], (reduced) => {
    copyDivided(data, scale, reduced);
    return backend.tridiagonalise(n, reduced);
  });
  const { values, convergence } = tridiagonalEigenvalues(diagonal, offDiagonal);
  return { values: timesScale(values, scale), convergence };
}

/**
 * All eigenvalues of a symmetric matrix, by reduction to tridiagonal form and QL sweeps, or by LAPACK where the backend has it; errors
 * are a few units of rounding of the largest one in size.
 *
 * @param A - n x n, of which the upper triangle is read; f32 entries are computed with in f64
 * @param options - `checkSymmetry` (default true), `backend`
 * @returns n values in increasing order, and the record
 * @throws TypeError if A is empty, not square or not symmetric; RangeError for NaN or infinite entries
 *
 * Source: G. Golub, C. Van Loan, Matrix computations (2013), section 8.3.
 */
export function symmetricEigenvalues(A: Matrix<Floats>, options: SymmetricOptions = {}): Eigenvalues {
  const backend = backendOf("symmetricEigenvalues", options);
  requireSymmetric("symmetricEigenvalues", "A", A, options);
  const scale = moderatingScale(A.data);
  return libraryEigenvalues(backend, A, scale) ?? ownEigenvalues(backend, A, scale);
}

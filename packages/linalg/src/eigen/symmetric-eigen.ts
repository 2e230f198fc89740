import type { Backend } from "../backend/backend.ts";
import { backend as defaultBackend } from "../backend/select.ts";
import { applyAdjoint } from "../decompositions/reflectors.ts";
import type { Floats, Matrix } from "../matrix.ts";
import { requireSymmetric } from "../symmetry.ts";
import { dividedBy, moderatingScale } from "./scaling.ts";
import type { SymmetricOptions } from "./symmetric-eigenvalues.ts";
import { type Eigen, tridiagonalEigen } from "./tridiagonal-eigen.ts";

/** Eigenpairs of a symmetric matrix that has been checked. */
export function eigenOfSymmetric(backend: Backend, n: number, A: Floats): Eigen {
  const scale = moderatingScale(A);
  const { diagonal, offDiagonal, reflectors, tau } = backend.tridiagonalise(n, dividedBy(A, scale));
  const { values, vectors, convergence } = tridiagonalEigen(diagonal, offDiagonal, { backend });
  applyAdjoint(backend, vectors, { vectors: reflectors, tau, first: 1 });
  return { values: values.map((value) => value * scale), vectors, convergence };
}

/**
 * All eigenvalues and eigenvectors of a symmetric matrix: reduction to tridiagonal form, divide and conquer, and the reflectors
 * applied in blocks. Residual and orthogonality are a few units of rounding of the largest value in size.
 *
 * @param A - n x n, of which the upper triangle is read; f32 entries are computed with in f64
 * @param options - `checkSymmetry` (default true), `backend`
 * @returns values in increasing order, and vectors as the ROWS of an n x n matrix: A = vectors^T diag(values) vectors
 * @throws TypeError if A is empty, not square or not symmetric; RangeError for NaN or infinite entries
 *
 * @example
 * const A = { rows: 2, cols: 2, data: Float64Array.of(2, 1, 1, 2) };
 * symmetricEigen(A).values; // 1, 3
 *
 * Source: M. Gu, S. Eisenstat, A divide-and-conquer algorithm for the symmetric tridiagonal eigenproblem (1995).
 */
export function symmetricEigen(A: Matrix<Floats>, options: SymmetricOptions = {}): Eigen {
  requireSymmetric("symmetricEigen", "A", A, options);
  const { backend = defaultBackend() } = options;
  return eigenOfSymmetric(backend, A.rows, A.data);
}

import type { Backend } from "../backend/backend.ts";
import { type BackendOptions, backendOf } from "../backend-options.ts";
import { requireMatrix } from "../check.ts";
import type { Convergence } from "../convergence.ts";
import { libraryRecord, tridiagonalEigenvalues } from "../eigen/tridiagonal-eigenvalues.ts";
import type { Floats, Matrix } from "../matrix.ts";
import { transpose } from "../products.ts";
import { copyDivided, dividedBy, moderatingScale, timesScale } from "../scaling.ts";
import { reduceRows, reductionScratch } from "./reduce-rows.ts";
import { leadingSquare } from "./row-factors.ts";

/** Singular values and how their computation ended. */
export interface SingularValues {
  /** min(m, n) values in decreasing order. */
  readonly values: Float64Array;
  /** Of the QL sweeps. */
  readonly convergence: Convergence;
}

/** By the backend's library, if it has one and that converges. */
function librarySingularValues(
  backend: Backend,
  { rows, cols, data }: Matrix<Floats>,
  scale: number,
): SingularValues | undefined {
  if (backend.singularValues === undefined) return undefined;
  const values = backend.withArrays([rows * cols], (X) => {
    copyDivided(data, scale, X);
    return backend.singularValues?.(rows, cols, X);
  });
  return values && { values: timesScale(values, scale), convergence: libraryRecord };
}

/** A square matrix of order min(m, n) with the same singular values: the triangular factor of the rows or columns, if they differ. */
function squareFactor(backend: Backend, { rows: m, cols: n, data }: Matrix): Float64Array {
  if (m === n) return data;
  const [k, cols] = m < n ? [m, n] : [n, m];
  const lengths = [k * cols, k * cols, reductionScratch(k, cols)];
  return backend.withArrays(lengths, (X, vectors, scratch) => {
    if (m < n) X.set(data);
    else transpose(data, m, n, X);
    reduceRows(backend, { X, rows: k, cols, vectors, scratch }, -1);
    return leadingSquare(X, k, cols);
  });
}

/** Those of a square matrix: with signs either way the eigenvalues of the matrix with zero diagonal and d_0, e_0, d_1, e_1, ... beside it. */
function squareSingularValues(backend: Backend, k: number, A: Float64Array): SingularValues {
  const { diagonal, offDiagonal } = backend.withArrays([k * k], (copy) => {
    copy.set(A);
    return backend.bidiagonalise(k, copy);
  });
  const beside = new Float64Array(2 * k - 1);
  for (let i = 0; i < k; i++) beside[2 * i] = diagonal[i]!;
  for (let i = 0; i + 1 < k; i++) beside[2 * i + 1] = offDiagonal[i]!;
  const { values, convergence } = tridiagonalEigenvalues(new Float64Array(2 * k), beside);
  return { values: values.slice(k).map(Math.abs).sort().reverse(), convergence };
}

/** Singular values of a matrix that has been checked. */
export function singularValuesOf(backend: Backend, A: Matrix<Floats>): SingularValues {
  const scale = moderatingScale(A.data);
  const found = librarySingularValues(backend, A, scale);
  if (found !== undefined) return found;
  const square = squareFactor(backend, { ...A, data: dividedBy(A.data, scale) });
  const { values, convergence } = squareSingularValues(backend, Math.min(A.rows, A.cols), square);
  return { values: timesScale(values, scale), convergence };
}

/**
 * The singular values of a matrix, by reduction to bidiagonal form and QL sweeps, or by LAPACK where the backend has it; errors are
 * tens of units of rounding of the largest.
 *
 * @param A - m x n; f32 entries are computed with in f64
 * @param options - `backend`
 * @throws TypeError if A is empty, RangeError for NaN or infinite entries
 *
 * Source: G. Golub, W. Kahan, Calculating the singular values and pseudo-inverse of a matrix (1965).
 */
export function singularValues(A: Matrix<Floats>, options: BackendOptions = {}): SingularValues {
  const backend = backendOf("singularValues", options);
  requireMatrix("singularValues", "A", A);
  return singularValuesOf(backend, A);
}

import { type BackendOptions, backendOf } from "../backend-options.ts";
import type { Matrix } from "../matrix.ts";
import { dividedBy, dropTiny } from "../scaling.ts";
import { divideAndConquer } from "./divide-and-conquer.ts";
import {
  type Eigenvalues,
  requireTridiagonal,
  roundingRecord,
  tridiagonalScale,
} from "./tridiagonal-eigenvalues.ts";

/** Eigenvalues, eigenvectors, and how their computation ended. */
export interface Eigen extends Eigenvalues {
  /** n x n: row j is the unit eigenvector of value j. */
  readonly vectors: Matrix;
}

/**
 * Eigenvalues and eigenvectors of the symmetric tridiagonal matrix T with T_ii = diagonal_i and T_{i,i+1} = T_{i+1,i} =
 * offDiagonal_i, by divide and conquer.
 *
 * @param diagonal - n entries, n >= 1
 * @param offDiagonal - n - 1 entries of either sign
 * @param options - `backend`
 * @returns values in increasing order, and vectors as the ROWS of an n x n matrix: T = vectors^T diag(values) vectors
 * @throws TypeError for lengths that do not fit, RangeError for NaN or infinite entries
 *
 * Source: M. Gu, S. Eisenstat, A divide-and-conquer algorithm for the symmetric tridiagonal eigenproblem (1995).
 */
export function tridiagonalEigen(
  diagonal: Float64Array,
  offDiagonal: Float64Array,
  options: BackendOptions = {},
): Eigen {
  const backend = backendOf("tridiagonalEigen", options);
  requireTridiagonal("tridiagonalEigen", diagonal, offDiagonal);
  const n = diagonal.length;
  const scale = tridiagonalScale(diagonal, offDiagonal);
  const { values, vectors, ...record } = divideAndConquer(
    backend,
    dropTiny(dividedBy(diagonal, scale), 1),
    dropTiny(dividedBy(offDiagonal, scale), 1),
  );
  for (let i = 0; i < n; i++) values[i]! *= scale;
  return { values, vectors: { rows: n, cols: n, data: vectors }, convergence: roundingRecord(record) };
}

import type { Backend } from "../backend/backend.ts";
import { backendOf } from "../backend-options.ts";
import { applyAdjoint, scratchLength } from "../decompositions/reflectors.ts";
import type { Floats, Matrix } from "../matrix.ts";
import { copyDivided, dividedBy, dropTiny, largestEntry, moderatingScale, timesScale } from "../scaling.ts";
import { requireSymmetric } from "../symmetry.ts";
import { conquer, sortedRows } from "./divide-and-conquer.ts";
import type { SymmetricOptions } from "./symmetric-eigenvalues.ts";
import type { Eigen } from "./tridiagonal-eigen.ts";
import { libraryRecord, roundingRecord, tridiagonalScale } from "./tridiagonal-eigenvalues.ts";

/** By the backend's library, if it has one and that converges. */
function libraryEigen(backend: Backend, n: number, A: Floats, scale: number): Eigen | undefined {
  if (backend.symmetricEigen === undefined) return undefined;
  const data = dividedBy(A, scale);
  const values = backend.symmetricEigen(n, data);
  if (values === undefined) return undefined;
  return {
    values: timesScale(values, scale),
    vectors: { rows: n, cols: n, data },
    convergence: libraryRecord,
  };
}

/** By reduction to tridiagonal form, divide and conquer, and the reflectors applied in panels. */
function ownEigen(backend: Backend, n: number, A: Floats, scale: number): Eigen {
  const square = n * n;
  const scratch = Math.max(square, scratchLength({ rows: n, cols: n }));
  return backend.withArrays([square, square, scratch, square], (reduced, rows, gathered, inner) => {
    copyDivided(A, scale, reduced);
    dropTiny(reduced, largestEntry(reduced));
    const { diagonal, offDiagonal, reflectors, tau } = backend.tridiagonalise(n, reduced);
    const unit = tridiagonalScale(diagonal, offDiagonal);
    const workspace = { backend, n, rows, gathered, inner };
    const part = conquer(
      workspace,
      dropTiny(dividedBy(diagonal, unit), 1),
      dropTiny(dividedBy(offDiagonal, unit), 1),
    );
    const W = { rows: n, cols: n, data: rows };
    applyAdjoint(backend, W, { vectors: reflectors, tau, first: 1 }, { scratch: gathered });
    const vectors = { rows: n, cols: n, data: sortedRows(workspace, part.order) };
    const values = Float64Array.from(part.order, (i) => part.values[i]!);
    return { values: timesScale(values, unit * scale), vectors, convergence: roundingRecord(part) };
  });
}

/** Eigenpairs of a symmetric matrix that has been checked. */
export function eigenOfSymmetric(backend: Backend, n: number, A: Floats): Eigen {
  const scale = moderatingScale(A);
  return libraryEigen(backend, n, A, scale) ?? ownEigen(backend, n, A, scale);
}

/**
 * All eigenvalues and eigenvectors of a symmetric matrix: reduction to tridiagonal form, divide and conquer, and the reflectors
 * applied in blocks; LAPACK's where the backend has it. Residual and orthogonality are a few units of rounding of the largest value in size.
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
  const backend = backendOf("symmetricEigen", options);
  requireSymmetric("symmetricEigen", "A", A, options);
  return eigenOfSymmetric(backend, A.rows, A.data);
}

import { type BackendOptions, backendOf } from "../backend-options.ts";
import { requireFraction, requireMatrix } from "../check.ts";
import type { Floats, Matrix } from "../matrix.ts";
import { copyDivided, moderatingScale } from "../scaling.ts";
import { reduceRows, reductionScratch } from "./reduce-rows.ts";
import { applyAdjoint } from "./reflectors.ts";
import { writeDiagonal } from "./row-factors.ts";

/** Options of `orthonormalise`. */
export interface OrthonormaliseOptions extends BackendOptions {
  /** A row is dropped if what is left of it, beside the rows before, is at most this part of it; default 1e-12. */
  readonly tolerance?: number;
}

/** An orthonormal basis. */
export interface OrthonormalBasis {
  /** rank x d, orthonormal rows; `rows` is 0 if no row is left. */
  readonly basis: Matrix;
  /** Number of rows of the basis. */
  readonly rank: number;
  /** Indices of the rows of X that it was made from, in order. */
  readonly kept: readonly number[];
}

/**
 * An orthonormal basis of the space that the rows of X span. As in the Gram-Schmidt process the first j rows kept span what the
 * first j basis vectors span, each with a positive product; dependent rows are dropped. It is done by reflectors, so that the basis is
 * orthonormal to rounding however close to dependent the rows are.
 *
 * @param X - k x d, of any rank; f32 entries are computed with in f64
 * @param options - `tolerance` in [0, 1), default 1e-12; `backend`
 * @returns the basis as ROWS, its rank, and the rows that were kept
 * @throws TypeError if X is empty; RangeError for NaN or infinite entries or a tolerance out of range
 *
 * Source: A. Bjorck, Numerical methods for least squares problems (1996), section 2.4.
 */
export function orthonormalise(X: Matrix<Floats>, options: OrthonormaliseOptions = {}): OrthonormalBasis {
  const backend = backendOf("orthonormalise", options);
  requireMatrix("orthonormalise", "X", X);
  const { tolerance = 1e-12 } = options;
  requireFraction("orthonormalise", "tolerance", tolerance);
  const { rows, cols } = X;
  const k = Math.min(rows, cols);
  const lengths = [rows * cols, k * cols, k * cols, reductionScratch(rows, cols)];
  return backend.withArrays(lengths, (L, vectors, data, scratch) => {
    copyDivided(X.data, moderatingScale(X.data), L);
    const { kept, ...reflectors } = reduceRows(backend, { X: L, rows, cols, vectors, scratch }, tolerance);
    const rank = kept.length;
    const signs = Float64Array.from(kept, (row, j) => (L[row * cols + j]! < 0 ? -1 : 1));
    writeDiagonal(signs, cols, data);
    applyAdjoint(backend, { rows: rank, cols, data }, reflectors, { triangular: true, scratch });
    return { basis: { rows: rank, cols, data: data.slice(0, rank * cols) }, rank, kept };
  });
}

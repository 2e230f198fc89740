import type { Backend } from "../backend/backend.ts";
import { backend as defaultBackend } from "../backend/select.ts";
import type { BackendOptions } from "../backend-options.ts";
import { requireMatrix } from "../check.ts";
import type { Convergence } from "../convergence.ts";
import { dividedBy, largestEntry, moderatingScale } from "../eigen/scaling.ts";
import type { Floats, Matrix } from "../matrix.ts";
import { transpose } from "./products.ts";
import { reduceRows } from "./reduce-rows.ts";
import { applyAdjoint } from "./reflectors.ts";
import { type Factors, singularFactors } from "./singular-core.ts";

/** A = left^T diag(values) right. */
export interface Svd {
  /** k = min(m, n) values in decreasing order. */
  readonly values: Float64Array;
  /** k x m: row j is the left singular vector of value j. */
  readonly left: Matrix;
  /** k x n: row j is the right singular vector of value j. */
  readonly right: Matrix;
  /** Of the eigendecompositions that it is made of. */
  readonly convergence: Convergence;
}

/** The leading k columns of a matrix with k rows. */
function leadingSquare(L: Float64Array, k: number, cols: number): Float64Array {
  const out = new Float64Array(k * k);
  for (let i = 0; i < k; i++) out.set(L.subarray(i * cols, i * cols + k), i * k);
  return out;
}

/** The rows of `data` (`cols` columns) in the given order. */
function reordered(data: Float64Array, cols: number, order: readonly number[]): Matrix {
  const out = new Float64Array(order.length * cols);
  for (const [to, from] of order.entries()) out.set(data.subarray(from * cols, (from + 1) * cols), to * cols);
  return { rows: order.length, cols, data: out };
}

/** Factors of a matrix with k <= cols: `right` has `cols` columns. */
function wideFactors(backend: Backend, X: Float64Array, k: number, cols: number): Factors {
  const floor = Number.EPSILON * largestEntry(X);
  if (k === cols) return singularFactors(backend, X, k, floor);
  const { vectors, tau } = reduceRows(backend, X, [k, cols], -1);
  const { right, ...factors } = singularFactors(backend, leadingSquare(X, k, cols), k, floor);
  const rows = { rows: k, cols, data: new Float64Array(k * cols) };
  for (let i = 0; i < k; i++) rows.data.set(right.subarray(i * k, (i + 1) * k), i * cols);
  applyAdjoint(backend, rows, { vectors, tau, first: 0 });
  return { ...factors, right: rows.data };
}

/**
 * The thin singular value decomposition A = left^T diag(values) right, k = min(m, n), complete: for the leading few of a large matrix
 * use a top-k method. Residual and orthogonality are tens of units of rounding, also for matrices that are rank-deficient or graded;
 * errors of the values are relative to the largest.
 *
 * @param A - m x n; f32 entries are computed with in f64
 * @param options - `backend`
 * @returns values in decreasing order, singular vectors as ROWS (k x m and k x n)
 * @throws TypeError if A is empty, RangeError for NaN or infinite entries
 *
 * @example
 * const A = { rows: 2, cols: 2, data: Float64Array.of(0, 2, 1, 0) };
 * svd(A).values; // 2, 1
 *
 * Source: our own recursion of eigendecompositions of Gram matrices and reflectors, described in singular-core.ts.
 */
export function svd(A: Matrix<Floats>, options: BackendOptions = {}): Svd {
  requireMatrix("svd", "A", A);
  return svdOf(A, options);
}

/** The decomposition of a matrix that has been checked. */
export function svdOf({ rows: m, cols: n, data }: Matrix<Floats>, options: BackendOptions): Svd {
  const { backend = defaultBackend() } = options;
  const scale = moderatingScale(data);
  const wide = m <= n;
  const [k, cols] = wide ? [m, n] : [n, m];
  const copy = dividedBy(data, scale);
  const factors = wideFactors(backend, wide ? copy : transpose(copy, m, n), k, cols);
  const order = Array.from(factors.values, (_, i) => i).sort(
    (i, j) => factors.values[j]! - factors.values[i]!,
  );
  const short = reordered(factors.left, k, order);
  const long = reordered(factors.right, cols, order);
  return {
    values: Float64Array.from(order, (i) => factors.values[i]! * scale),
    left: wide ? short : long,
    right: wide ? long : short,
    convergence: factors.convergence,
  };
}

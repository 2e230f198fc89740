import type { Backend } from "../backend/backend.ts";
import { type BackendOptions, backendOf } from "../backend-options.ts";
import { requireMatrix } from "../check.ts";
import type { Convergence } from "../convergence.ts";
import { libraryRecord } from "../eigen/tridiagonal-eigenvalues.ts";
import type { Floats, Matrix } from "../matrix.ts";
import { transpose } from "../products.ts";
import { divideBy, dividedBy, dropTiny, largestEntry, moderatingScale, timesScale } from "../scaling.ts";
import { type Factors, type Shape, singularFactors } from "./singular-core.ts";

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

/** The rows of `data` (`cols` columns) in the given order; the same array if they are. */
function reordered(data: Float64Array, cols: number, order: readonly number[]): Float64Array {
  if (order.every((from, to) => from === to)) return data;
  const out = new Float64Array(order.length * cols);
  for (const [to, from] of order.entries()) out.set(data.subarray(from * cols, (from + 1) * cols), to * cols);
  return out;
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
 * Source: our own recursion of eigendecompositions of Gram matrices and reflectors, described in singular-core.ts, or LAPACK where the
 * backend has it.
 */
export function svd(A: Matrix<Floats>, options: BackendOptions = {}): Svd {
  const backend = backendOf("svd", options);
  requireMatrix("svd", "A", A);
  return svdOf(backend, A);
}

/** The matrix if it has no more rows than columns, else its transpose; divided by `scale`. */
function wideCopy({ rows: m, cols: n, data }: Matrix<Floats>, scale: number): Float64Array {
  if (m <= n) return dividedBy(data, scale);
  const out = transpose(data, m, n);
  divideBy(out, scale);
  return out;
}

/** By the backend's library, if it has one and that converges. */
function libraryFactors(
  backend: Backend,
  A: Matrix<Floats>,
  [k, cols]: Shape,
  scale: number,
): Factors | undefined {
  if (backend.svd === undefined) return undefined;
  const found = backend.svd(k, cols, wideCopy(A, scale));
  return found && { ...found, convergence: libraryRecord };
}

/** By eigendecompositions of Gram matrices and reflectors; the values in decreasing order. */
function ownFactors(backend: Backend, A: Matrix<Floats>, [k, cols]: Shape, scale: number): Factors {
  const X = wideCopy(A, scale);
  const largest = largestEntry(X);
  const floor = Number.EPSILON * largest;
  const { values, left, right, convergence } = singularFactors(
    backend,
    dropTiny(X, largest),
    [k, cols],
    floor,
  );
  const order = Array.from(values.keys()).sort((i, j) => values[j]! - values[i]!);
  return {
    values: Float64Array.from(order, (i) => values[i]!),
    left: reordered(left, k, order),
    right: reordered(right, cols, order),
    convergence,
  };
}

/** The decomposition of a matrix that has been checked. */
export function svdOf(backend: Backend, A: Matrix<Floats>): Svd {
  const wide = A.rows <= A.cols;
  const [k, cols] = wide ? [A.rows, A.cols] : [A.cols, A.rows];
  const scale = moderatingScale(A.data);
  const factors = libraryFactors(backend, A, [k, cols], scale) ?? ownFactors(backend, A, [k, cols], scale);
  const short = { rows: k, cols: k, data: factors.left };
  const long = { rows: k, cols, data: factors.right };
  return {
    values: timesScale(factors.values, scale),
    left: wide ? short : long,
    right: wide ? long : short,
    convergence: factors.convergence,
  };
}

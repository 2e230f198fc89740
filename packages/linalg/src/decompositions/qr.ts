import { type BackendOptions, backendOf } from "../backend-options.ts";
import { requireMatrix } from "../check.ts";
import type { Floats, Matrix } from "../matrix.ts";
import { transpose } from "../products.ts";
import { divideBy, moderatingScale } from "../scaling.ts";
import { withRowFactors } from "./lq.ts";
import { diagonalSigns } from "./row-factors.ts";

/** Options of `qr`. */
export interface QrOptions extends BackendOptions {
  /** Choose signs so that no diagonal entry of R is negative, which makes the factors unique at full rank; default true. */
  readonly positiveDiagonal?: boolean;
}

/** A = Q R. */
export interface Qr {
  /** m x k with orthonormal columns, k = min(m, n). */
  readonly Q: Matrix;
  /** k x n, upper triangular (trapezoidal if m < n). */
  readonly R: Matrix;
}

/** Multiplies row i by factors[i]. */
function timesRows(data: Float64Array, cols: number, factors: Float64Array): void {
  for (let i = 0; i < factors.length; i++)
    if (factors[i] !== 1) for (let at = i * cols; at < (i + 1) * cols; at++) data[at]! *= factors[i]!;
}

/** The transpose of the lower triangular L (n x m), as far as it is not zero, with row i multiplied by factors[i]. */
function upperFactor(L: Float64Array, n: number, m: number, factors: Float64Array): Matrix {
  const k = factors.length;
  const data = transpose(L, n, k, new Float64Array(k * n), m);
  timesRows(data, n, factors);
  for (let i = 1; i < k; i++) data.fill(0, i * n, i * n + i);
  return { rows: k, cols: n, data };
}

/**
 * The thin QR factorisation A = Q R by Householder reflectors in blocks, LAPACK's where the backend has it; orthogonal to rounding
 * whatever the rank of A.
 *
 * @param A - m x n; f32 entries are computed with in f64
 * @param options - `positiveDiagonal` (default true), `backend`
 * @returns Q (m x k, orthonormal COLUMNS) and R (k x n), k = min(m, n)
 * @throws TypeError if A is empty, RangeError for NaN or infinite entries
 *
 * Source: G. Golub, C. Van Loan, Matrix computations (2013), section 5.2.
 */
export function qr(A: Matrix<Floats>, options: QrOptions = {}): Qr {
  const backend = backendOf("qr", options);
  requireMatrix("qr", "A", A);
  const { positiveDiagonal = true } = options;
  const { rows: m, cols: n } = A;
  const k = Math.min(m, n);
  const scale = moderatingScale(A.data);
  const fill = (X: Float64Array): void => divideBy(transpose(A.data, m, n, X), scale);
  return withRowFactors(backend, [n, m], fill, (L, rows) => {
    const signs = positiveDiagonal ? diagonalSigns(L, m, k) : new Float64Array(k).fill(1);
    timesRows(rows, m, signs);
    const factors = signs.map((sign) => sign * scale);
    return { Q: { rows: m, cols: k, data: transpose(rows, k, m) }, R: upperFactor(L, n, m, factors) };
  });
}

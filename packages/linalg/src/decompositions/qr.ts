import { backend as defaultBackend } from "../backend/select.ts";
import type { BackendOptions } from "../backend-options.ts";
import { requireMatrix } from "../check.ts";
import { dividedBy, moderatingScale } from "../eigen/scaling.ts";
import type { Floats, Matrix } from "../matrix.ts";
import { transpose } from "./products.ts";
import { reduceRows } from "./reduce-rows.ts";
import { applyAdjoint } from "./reflectors.ts";

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

/** Signs of the diagonal of L, for the rows of Q; all 1 if they shall stay. */
function diagonalSigns(L: Float64Array, cols: number, k: number, positive: boolean): Float64Array {
  return Float64Array.from({ length: k }, (_, j) => (positive && L[j * cols + j]! < 0 ? -1 : 1));
}

/** diag(values), k x cols. */
export function diagonalRows(values: Float64Array, cols: number): Matrix {
  const rows = values.length;
  const data = new Float64Array(rows * cols);
  for (let i = 0; i < rows; i++) data[i * cols + i] = values[i]!;
  return { rows, cols, data };
}

/**
 * The thin QR factorisation A = Q R by Householder reflectors in blocks; orthogonal to rounding whatever the rank of A.
 *
 * @param A - m x n; f32 entries are computed with in f64
 * @param options - `positiveDiagonal` (default true), `backend`
 * @returns Q (m x k, orthonormal COLUMNS) and R (k x n), k = min(m, n)
 * @throws TypeError if A is empty, RangeError for NaN or infinite entries
 *
 * Source: G. Golub, C. Van Loan, Matrix computations (2013), section 5.2.
 */
export function qr(A: Matrix<Floats>, options: QrOptions = {}): Qr {
  requireMatrix("qr", "A", A);
  const { backend = defaultBackend(), positiveDiagonal = true } = options;
  const { rows: m, cols: n } = A;
  const k = Math.min(m, n);
  const scale = moderatingScale(A.data);
  const L = transpose(dividedBy(A.data, scale), m, n);
  const { vectors, tau } = reduceRows(backend, L, [n, m], -1);
  const signs = diagonalSigns(L, m, k, positiveDiagonal);
  const rows = diagonalRows(signs, m);
  applyAdjoint(backend, rows, { vectors, tau, first: 0 }, true);
  const R = new Float64Array(k * n);
  for (let i = 0; i < k; i++) for (let j = i; j < n; j++) R[i * n + j] = signs[i]! * scale * L[j * m + i]!;
  return {
    Q: { rows: m, cols: k, data: transpose(rows.data, k, m) },
    R: { rows: k, cols: n, data: R },
  };
}

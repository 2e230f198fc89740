import { type BackendOptions, backendOf } from "../backend-options.ts";
import { requireMatrix } from "../check.ts";
import type { Floats, Matrix } from "../matrix.ts";
import { rowMajor, times, transposed } from "../products.ts";
import { dividedBy, moderatingScale } from "../scaling.ts";
import { svdOf } from "./svd.ts";

/** Requires two matrices of the same shape. */
function requireSameShape(call: string, A: Matrix<Floats>, B: Matrix<Floats>): void {
  requireMatrix(call, "A", A);
  requireMatrix(call, "B", B);
  if (A.rows !== B.rows || A.cols !== B.cols)
    throw new TypeError(
      `${call}: A and B must have the same shape, got ${A.rows} x ${A.cols} and ${B.rows} x ${B.cols}`,
    );
}

/** A copy of the entries, scaled if their products might over- or underflow: R does not depend on it. */
function moderate(data: Floats): Float64Array {
  return dividedBy(data, moderatingScale(data));
}

/**
 * The orthogonal matrix R that minimises |A R - B|_F: R = U V^T for the singular value decomposition A^T B = U S V^T. It may contain a
 * reflection.
 *
 * @param A - n x p; f32 entries are computed with in f64
 * @param B - n x p
 * @param options - `backend`
 * @returns R, p x p
 * @throws TypeError for shapes that do not fit, RangeError for NaN or infinite entries
 *
 * Source: P. Schonemann, A generalized solution of the orthogonal Procrustes problem (1966).
 */
export function procrustes(A: Matrix<Floats>, B: Matrix<Floats>, options: BackendOptions = {}): Matrix {
  const backend = backendOf("procrustes", options);
  requireSameShape("procrustes", A, B);
  const [n, p] = [A.rows, A.cols];
  const [left, right] = [moderate(A.data), moderate(B.data)];
  const data = times(backend, [p, n, p], transposed(rowMajor(left, p)), rowMajor(right, p));
  const { left: U, right: V } = svdOf(backend, { rows: p, cols: p, data });
  const R = times(backend, [p, p, p], transposed(rowMajor(U.data, p)), rowMajor(V.data, p));
  return { rows: p, cols: p, data: R };
}

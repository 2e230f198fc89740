import { gemm, type Matrix } from "../../src/index.ts";
import { largestDifference, reference, single } from "../backends.ts";

/** The identity of order n. */
export function identity(n: number): Matrix {
  const data = new Float64Array(n * n);
  for (let i = 0; i < n; i++) data[i * (n + 1)] = 1;
  return { rows: n, cols: n, data };
}

/** diag(values) X. */
export function scaledRows(values: ArrayLike<number>, X: Matrix): Matrix {
  return { ...X, data: X.data.map((entry, at) => entry * values[Math.floor(at / X.cols)]!) };
}

/** Largest entry of X X^T - I: 0 for orthonormal rows. */
export function obliqueness(X: Matrix): number {
  const gram = gemm(X, X, { transposeB: true, backend: reference });
  return largestDifference(gram.data, identity(X.rows).data);
}

/** Frobenius norm. */
export function norm({ data }: Matrix): number {
  return Math.hypot(...data);
}

/** The part |A - left^T diag(values) right| / |A| of largest entries; for A = 0 the numerator. */
export function decompositionError(
  A: Matrix,
  left: Matrix,
  values: ArrayLike<number>,
  right: Matrix,
): number {
  const product = gemm(left, scaledRows(values, right), { transposeA: true, backend: reference });
  return largestDifference(product.data, A.data) / (norm(A) || 1);
}

/** A B by the reference. */
export function times(A: Matrix, B: Matrix): Matrix {
  return gemm(A, B, { backend: reference });
}

/** A B^T by the reference. */
export function timesTransposed(A: Matrix, B: Matrix): Matrix {
  return gemm(A, B, { transposeB: true, backend: reference });
}

/** A^T B by the reference. */
export function transposedTimes(A: Matrix, B: Matrix): Matrix {
  return gemm(A, B, { transposeA: true, backend: reference });
}

/** Largest entry of the difference of two matrices, relative to `size` unless that is 0. */
export function difference(A: { readonly data: ArrayLike<number> }, B: typeof A, size: number): number {
  return largestDifference(A.data, B.data) / (size || 1);
}

/** A in single precision, and the same numbers in double. */
export function rounded(A: Matrix): readonly [Matrix<Float32Array>, Matrix] {
  const singles = single(A);
  return [singles, { ...A, data: Float64Array.from(singles.data) }];
}

import { gemm, type Matrix } from "../../src/index.ts";
import { largestDifference, reference } from "../backends.ts";

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

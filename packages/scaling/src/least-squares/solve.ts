/**
 * The solution of A x = b for a symmetric positive definite p x p matrix, row by row, by the Cholesky factorisation A = L L^T; undefined
 * where A is not positive definite. The systems of a fit are too small for the kernels of a library.
 */
export function solve(A: Float64Array, b: Float64Array): Float64Array | undefined {
  const p = b.length;
  const L = new Float64Array(p * p);
  const x = b.slice();
  for (let i = 0; i < p; i++) {
    for (let j = 0; j <= i; j++) {
      let entry = A[i * p + j]!;
      for (let k = 0; k < j; k++) entry -= L[i * p + k]! * L[j * p + k]!;
      if (i === j && !(entry > p * Number.EPSILON * A[i * p + i]!)) return undefined;
      L[i * p + j] = i === j ? Math.sqrt(entry) : entry / L[j * p + j]!;
    }
  }
  for (let i = 0; i < p; i++) {
    for (let k = 0; k < i; k++) x[i]! -= L[i * p + k]! * x[k]!;
    x[i]! /= L[i * p + i]!;
  }
  for (let i = p - 1; i >= 0; i--) {
    for (let k = i + 1; k < p; k++) x[i]! -= L[k * p + i]! * x[k]!;
    x[i]! /= L[i * p + i]!;
  }
  return x;
}

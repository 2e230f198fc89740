/** Overwrites the upper triangle of A, order n, by U with A = U^T U; the index of the first bad pivot, or -1. */
export function referenceCholesky(n: number, A: Float64Array): number {
  for (let j = 0; j < n; j++) {
    const pivot = A[j * n + j]!;
    if (!(pivot > 0 && pivot < Infinity)) return j;
    const scale = 1 / Math.sqrt(pivot);
    for (let k = j; k < n; k++) A[j * n + k]! *= scale;
    for (let i = j + 1; i < n; i++) {
      const factor = A[j * n + i]!;
      for (let k = i; k < n; k++) A[i * n + k]! -= factor * A[j * n + k]!;
    }
  }
  return -1;
}

import type { Product } from "../backend.ts";

/** C = alpha A diag(weights) B: each row of C is a sum of rows of B, in increasing order of k. */
export function referenceProduct({ m, n, k, alpha, A, B, C, weights, upper = false }: Product): void {
  C.fill(0);
  for (let i = 0; i < m; i++) {
    const start = upper ? i : 0;
    for (let p = 0; p < k; p++) {
      const weight = weights === undefined ? 1 : weights[p]!;
      const factor = alpha * weight * A.data[i * A.rowStride + p * A.colStride]!;
      const row = p * B.rowStride;
      for (let j = start; j < n; j++) C[i * n + j]! += factor * B.data[row + j * B.colStride]!;
    }
  }
}

import type { Product } from "../backend.ts";

/** C = alpha A diag(weights) B, or C += that: each row of C is a sum of rows of B, in increasing order of k. */
export function referenceProduct(problem: Product): void {
  const { m, n, k, alpha, A, B, C, weights, upper = false, accumulate = false } = problem;
  const { cOffset = 0, cStride = n } = problem;
  for (let i = 0; i < m; i++) {
    const start = upper ? i : 0;
    const to = cOffset + i * cStride;
    if (!accumulate) C.fill(0, to + start, to + n);
    for (let p = 0; p < k; p++) {
      const weight = weights === undefined ? 1 : weights[p]!;
      const factor = alpha * weight * A.data[(A.offset ?? 0) + i * A.rowStride + p * A.colStride]!;
      const row = (B.offset ?? 0) + p * B.rowStride;
      for (let j = start; j < n; j++) C[to + j]! += factor * B.data[row + j * B.colStride]!;
    }
  }
}

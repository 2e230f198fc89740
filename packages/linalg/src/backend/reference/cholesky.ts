import type { Floats } from "../../matrix.ts";
import { copyUpper } from "../copy-upper.ts";

/** Writes the upper triangle of U with A = U^T U, both of order n; the index of the first bad pivot, or -1. */
export function referenceCholesky(n: number, A: Floats, U: Float64Array): number {
  copyUpper(n, n, { data: A, stride: n }, { data: U, stride: n });
  for (let j = 0; j < n; j++) {
    const pivot = U[j * n + j]!;
    if (!(pivot > 0 && pivot < Infinity)) return j;
    const scale = 1 / Math.sqrt(pivot);
    for (let k = j; k < n; k++) U[j * n + k]! *= scale;
    for (let i = j + 1; i < n; i++) {
      const factor = U[j * n + i]!;
      for (let k = i; k < n; k++) U[i * n + k]! -= factor * U[j * n + k]!;
    }
  }
  return -1;
}

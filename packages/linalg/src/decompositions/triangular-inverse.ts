import type { Backend } from "../backend/backend.ts";
import { addTimes, rowMajor, times } from "../products.ts";

/** Blocks up to this order are inverted entry by entry. */
const LEAF = 32;

/** Row by row from the last: row i of the inverse is (e_i - sum_k U_ik (row k)) / U_ii. */
function invertLeaf(U: Float64Array, stride: number, start: number, end: number): void {
  for (let i = end - 1; i >= start; i--) {
    const row = U.slice(i * stride + i + 1, i * stride + end);
    const scale = 1 / U[i * stride + i]!;
    U.fill(0, i * stride + i + 1, i * stride + end);
    U[i * stride + i] = scale;
    for (let k = i + 1; k < end; k++) {
      const factor = scale * row[k - i - 1]!;
      for (let j = k; j < end; j++) U[i * stride + j]! -= factor * U[k * stride + j]!;
    }
  }
}

/** Inverts the diagonal block from `start` to `end`: the inverse of (A B; 0 D) is (A' -A' B D'; 0 D'), ' being the inverse. */
function invertBlock(backend: Backend, U: Float64Array, n: number, start: number, end: number): void {
  if (end - start <= LEAF) {
    invertLeaf(U, n, start, end);
    return;
  }
  const middle = (start + end) >>> 1;
  invertBlock(backend, U, n, start, middle);
  invertBlock(backend, U, n, middle, end);
  const [m, k] = [middle - start, end - middle];
  const block = (row: number, col: number) => rowMajor(U, n, row * n + col);
  const left = times(backend, [m, m, k], block(start, start), block(start, middle));
  for (let i = start; i < middle; i++) U.fill(0, i * n + middle, i * n + end);
  addTimes(backend, [m, k, k], -1, rowMajor(left, k), block(middle, middle), block(start, middle));
}

/** Overwrites an upper triangular matrix of order n, zero below the diagonal and not on it, by its inverse. */
export function invertTriangular(backend: Backend, n: number, U: Float64Array): void {
  invertBlock(backend, U, n, 0, n);
}

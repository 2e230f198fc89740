import type { Backend, View } from "./backend/backend.ts";
import type { Floats } from "./matrix.ts";

/** A matrix with `cols` numbers a row, or its part from entry `offset` on. */
export function rowMajor(data: Float64Array, cols: number, offset: number = 0): View {
  return { data, offset, rowStride: cols, colStride: 1 };
}

/** The transpose of a matrix. */
export function transposed(view: View): View {
  return { ...view, rowStride: view.colStride, colStride: view.rowStride };
}

/** A B for A m x k and B k x n, with contiguous rows; checks nothing. */
export function times(
  backend: Backend,
  [m, k, n]: readonly [number, number, number],
  A: View,
  B: View,
): Float64Array {
  const C = new Float64Array(m * n);
  if (m * k * n > 0) backend.product({ m, n, k, alpha: 1, A, B, C });
  return C;
}

/**
 * C += alpha A B for A m x k and B k x n, where C is the block of a row-major matrix with its first entry at `C.offset`; checks
 * nothing.
 */
export function addTimes(
  backend: Backend,
  [m, k, n]: readonly [number, number, number],
  alpha: number,
  A: View,
  B: View,
  C: View,
): void {
  if (m * k * n === 0) return;
  const target = { C: C.data, cOffset: C.offset ?? 0, cStride: C.rowStride };
  backend.product({ m, n, k, alpha, A, B, ...target, accumulate: true });
}

/** X X^T for X k x cols, on and above the diagonal; entries below may hold anything. */
export function upperGram(backend: Backend, X: Float64Array, k: number, cols: number): Float64Array {
  const C = new Float64Array(k * k);
  const A = rowMajor(X, cols);
  if (k * cols > 0) backend.product({ m: k, n: k, k: cols, alpha: 1, A, B: transposed(A), C, upper: true });
  return C;
}

const TILE = 32;

/** Writes the transpose, cols x rows, of a row-major matrix with `stride` numbers a row into `out`. */
export function transpose(
  data: Floats,
  rows: number,
  cols: number,
  out: Float64Array = new Float64Array(rows * cols),
  stride: number = cols,
): Float64Array {
  for (let i0 = 0; i0 < rows; i0 += TILE)
    for (let j0 = 0; j0 < cols; j0 += TILE) {
      const [i1, j1] = [Math.min(i0 + TILE, rows), Math.min(j0 + TILE, cols)];
      for (let i = i0; i < i1; i++) for (let j = j0; j < j1; j++) out[j * rows + i] = data[i * stride + j]!;
    }
  return out;
}

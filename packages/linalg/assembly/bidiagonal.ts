// Householder reduction of a square matrix to upper bidiagonal form, in panels: within a panel the trailing matrix is left as it
// is, A - V^T Y - X^T U with the panel's reflectors v (columns) and u (rows) and their products y and x; after it, one product.

import { gemmF64 } from "./gemm";
import { rowDots, scale, subtractRows } from "./panel";
import { reflector } from "./reflector";

const PANEL: usize = 24;

/** Bytes of scratch that `bidiagonaliseF64` needs: rows v, x, y and u of a panel, and inner products with them. */
export function bidiagonalScratch(n: usize): usize {
  return (4 * PANEL * n + 2 * PANEL) * 8;
}

/** z -= sum_e (a_e . w) b_e over `count` rows a_e of `length` numbers and b_e of `n`. */
// @ts-expect-error: decorator
@inline
function subtractProducts(
  count: usize, length: usize, a: usize, w: usize, n: usize, b: usize, stride: usize, z: usize, dots: usize,
): void {
  rowDots(count, length, a, stride, w, dots);
  subtractRows(count, n, dots, 8, b, stride, z);
}

/**
 * Reduces A, order n with contiguous rows, to the bidiagonal form with `diagonal` and, above it, `off`, which has the same singular
 * values. A is overwritten by what is of no use. `work` is scratch of `bidiagonalScratch`.
 */
export function bidiagonaliseF64(n: usize, a: usize, diagonal: usize, off: usize, work: usize, scratch: usize): void {
  const stride = n * 8;
  for (let j0: usize = 0; j0 < n; j0 += PANEL) {
    const width = min(PANEL, n - j0);
    const block = width * stride;
    const vs = work, xs = vs + block, ys = xs + block, us = ys + block;
    const dots = us + block;
    for (let c: usize = 0; c < width; c++) {
      const j = j0 + c;
      const here = j * 8;
      const next = here + 8;
      const row = a + j * stride;
      const m = n - j;
      const rest = m - 1;
      // Column j of the updated matrix, and its reflector.
      const v = vs + c * stride + here;
      for (let i: usize = 0; i < m; i++) store<f64>(v + i * 8, load<f64>(row + i * stride + here));
      subtractRows(c, m, ys + here, stride, vs + here, stride, v);
      subtractRows(c, m, us + here, stride, xs + here, stride, v);
      const left = reflector(m, v, diagonal + here);
      if (rest == 0) break;
      // y = tau (A^T v - panel corrections).
      const y = ys + c * stride + next;
      memory.fill(y, 0, rest * 8);
      subtractRows(m, rest, v, 8, row + next, stride, y);
      scale(rest, -1, y);
      subtractProducts(c, m, vs + here, v, rest, ys + next, stride, y, dots);
      subtractProducts(c, m, xs + here, v, rest, us + next, stride, y, dots);
      scale(rest, left, y);
      // Row j of the updated matrix, and its reflector.
      const u = us + c * stride + next;
      memory.copy(u, row + next, rest * 8);
      subtractRows(c + 1, rest, vs + here, stride, ys + next, stride, u);
      subtractRows(c, rest, xs + here, stride, us + next, stride, u);
      const right = reflector(rest, u, off + here);
      // x = tau (A u - panel corrections).
      const x = xs + c * stride + next;
      rowDots(rest, rest, row + stride + next, stride, u, x);
      subtractProducts(c + 1, rest, ys + next, u, rest, vs + next, stride, x, dots);
      subtractProducts(c, rest, us + next, u, rest, xs + next, stride, x, dots);
      scale(rest, right, x);
    }
    const first = j0 + width;
    const rest = n - first;
    if (rest == 0) break;
    const trailing = a + first * stride + first * 8;
    gemmF64(rest, rest, 2 * width, -1, vs + first * 8, 8, stride, ys + first * 8, stride, 8, trailing, stride, 0, false, scratch);
  }
}

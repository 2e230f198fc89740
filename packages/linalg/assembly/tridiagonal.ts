// Householder reduction of a symmetric matrix to tridiagonal form, Q^T A Q = T, in panels: within a panel the trailing matrix
// is left as it is, and its products are corrected by the panel's own vectors; after it, one rank-2k update by `product`.

import { gemmF64 } from "./gemm";
import { symvF64 } from "./gemv";
import { addScaled, dot, rowDots, scale, subtractRows } from "./panel";
import { reflector } from "./reflector";

const PANEL: usize = 24;

/** Bytes of scratch that `tridiagonaliseF64` needs: the panel's v twice with its w between, and two inner products for each. */
export function tridiagonalScratch(n: usize): usize {
  return (3 * PANEL * n + 2 * PANEL) * 8;
}

/**
 * Reduces the upper triangle of A, order n with contiguous rows, to tridiagonal form. On return `diagonal` and `off` hold T, and
 * row j of A, from column j + 1 on, the vector v_j of reflector j (v_0 = 1 stored), with factor tau[j]:
 * Q = H_0 H_1 ... H_{n-2}. `work` is scratch of `tridiagonalScratch`.
 */
export function tridiagonaliseF64(n: usize, a: usize, diagonal: usize, off: usize, tau: usize, work: usize, scratch: usize): void {
  const stride = n * 8;
  const block = PANEL * stride;
  const dots = work + 3 * block;
  for (let j0: usize = 0; j0 < n; j0 += PANEL) {
    const width = min(PANEL, n - j0);
    // Rows v_0, v_1, ..., w_0, w_1, ..., v_0, v_1, ...: a panel of v and w is read from the first row, one of w and v from w_0 on.
    const ws = work + width * stride;
    const again = ws + width * stride;
    for (let c: usize = 0; c < width; c++) {
      const j = j0 + c;
      const row = a + j * stride;
      const left = n - j;
      // Row j of the updated matrix: subtract v w^T + w v^T of the panel's earlier columns.
      subtractRows(c, left, ws + j * 8, stride, work + j * 8, stride, row + j * 8);
      subtractRows(c, left, work + j * 8, stride, ws + j * 8, stride, row + j * 8);
      store<f64>(diagonal + j * 8, load<f64>(row + j * 8));
      const m = left - 1;
      if (m == 0) break;
      const next = (j + 1) * 8;
      const v = row + next;
      const factor = reflector(m, v, off + j * 8);
      store<f64>(tau + j * 8, factor);
      memory.copy(work + c * stride + next, v, m * 8);
      memory.copy(again + c * stride + next, v, m * 8);
      // w_c = tau (A v - panel corrections), then w_c -= tau/2 (w_c . v) v.
      const w = ws + c * stride + next;
      symvF64(m, a + (j + 1) * stride + next, stride, v, w);
      rowDots(c, m, work + next, stride, v, dots);
      rowDots(c, m, ws + next, stride, v, dots + PANEL * 8);
      subtractRows(c, m, dots + PANEL * 8, 8, work + next, stride, w);
      subtractRows(c, m, dots, 8, ws + next, stride, w);
      scale(m, factor, w);
      addScaled(m, -0.5 * factor * dot(m, w, v), v, w);
    }
    const next = j0 + width;
    const rest = n - next;
    if (rest == 0) break;
    const trailing = a + next * stride + next * 8;
    const left = work + next * 8;
    const right = ws + next * 8;
    gemmF64(rest, rest, 2 * width, -1, left, 8, stride, right, stride, 8, trailing, stride, 0, true, scratch);
  }
}

// Householder reduction of a symmetric matrix to tridiagonal form, Q^T A Q = T, in panels: within a panel the trailing matrix
// is left as it is, and its products are corrected by the panel's own vectors; after it, one rank-2k update by `product`.

import { gemmF64 } from "./gemm";
import { symvF64 } from "./gemv";
import { madd, total } from "./vector";

const PANEL: usize = 32;

// @ts-expect-error: decorator
@inline
function dot(n: usize, x: usize, y: usize): f64 {
  let s = f64x2.splat(0), t = f64x2.splat(0);
  let k: usize = 0;
  for (; k + 4 <= n; k += 4) {
    s = madd<f64>(v128.load(x + k * 8), v128.load(y + k * 8), s);
    t = madd<f64>(v128.load(x + k * 8, 16), v128.load(y + k * 8, 16), t);
  }
  let sum = total<f64>(f64x2.add(s, t));
  for (; k < n; k++) sum += load<f64>(x + k * 8) * load<f64>(y + k * 8);
  return sum;
}

/** y += factor x. */
// @ts-expect-error: decorator
@inline
function addScaled(n: usize, factor: f64, x: usize, y: usize): void {
  const f = f64x2.splat(factor);
  let k: usize = 0;
  for (; k + 2 <= n; k += 2) v128.store(y + k * 8, madd<f64>(f, v128.load(x + k * 8), v128.load(y + k * 8)));
  if (k < n) store<f64>(y + k * 8, load<f64>(y + k * 8) + factor * load<f64>(x + k * 8));
}

/**
 * Makes v of the reflector I - tau v v^T that maps x to (beta, 0, ..., 0), v_0 = 1, over x; returns tau and stores beta.
 * Sums of squares are taken of x / max |x|, so that nothing over- or underflows.
 */
function reflector(n: usize, x: usize, beta: usize): f64 {
  let largest: f64 = 0;
  for (let k: usize = 1; k < n; k++) largest = max(largest, abs(load<f64>(x + k * 8)));
  const first = load<f64>(x);
  if (largest == 0) {
    store<f64>(beta, first);
    store<f64>(x, 1);
    return 0;
  }
  const scale = max(largest, abs(first));
  let squares: f64 = 0;
  for (let k: usize = 0; k < n; k++) {
    const value = load<f64>(x + k * 8) / scale;
    squares += value * value;
  }
  const norm = scale * sqrt(squares);
  const image = first > 0 ? -norm : norm;
  const divisor = first - image;
  for (let k: usize = 1; k < n; k++) store<f64>(x + k * 8, load<f64>(x + k * 8) / divisor);
  store<f64>(x, 1);
  store<f64>(beta, image);
  return (image - first) / image;
}

/**
 * Reduces the upper triangle of A, order n with contiguous rows, to tridiagonal form. On return `diagonal` and `off` hold T, and
 * row j of A, from column j + 1 on, the vector v_j of reflector j (v_0 = 1 stored), with factor tau[j]:
 * Q = H_0 H_1 ... H_{n-2}. `w` is scratch for PANEL n numbers.
 */
export function tridiagonaliseF64(n: usize, a: usize, diagonal: usize, off: usize, tau: usize, w: usize, scratch: usize): void {
  const stride = n * 8;
  for (let j0: usize = 0; j0 < n; j0 += PANEL) {
    const width = min(PANEL, n - j0);
    for (let c: usize = 0; c < width; c++) {
      const j = j0 + c;
      const row = a + j * stride;
      const left = n - j;
      // Row j of the updated matrix: subtract v w^T + w v^T of the panel's earlier columns.
      for (let e: usize = 0; e < c; e++) {
        const v = a + (j0 + e) * stride + j * 8;
        const we = w + e * stride + j * 8;
        addScaled(left, -load<f64>(we), v, row + j * 8);
        addScaled(left, -load<f64>(v), we, row + j * 8);
      }
      store<f64>(diagonal + j * 8, load<f64>(row + j * 8));
      const m = left - 1;
      if (m == 0) break;
      const v = row + (j + 1) * 8;
      const factor = reflector(m, v, off + j * 8);
      store<f64>(tau + j * 8, factor);
      // w_c = tau (A v - panel corrections), then w_c -= tau/2 (w_c . v) v.
      const wc = w + c * stride + (j + 1) * 8;
      symvF64(m, a + (j + 1) * stride + (j + 1) * 8, stride, v, wc);
      for (let e: usize = 0; e < c; e++) {
        const ve = a + (j0 + e) * stride + (j + 1) * 8;
        const we = w + e * stride + (j + 1) * 8;
        const vDot = dot(m, ve, v);
        const wDot = dot(m, we, v);
        addScaled(m, -wDot, ve, wc);
        addScaled(m, -vDot, we, wc);
      }
      for (let k: usize = 0; k < m; k++) store<f64>(wc + k * 8, factor * load<f64>(wc + k * 8));
      addScaled(m, -0.5 * factor * dot(m, wc, v), v, wc);
    }
    const next = j0 + width;
    const rest = n - next;
    if (rest == 0) break;
    const v = a + j0 * stride + next * 8;
    const wp = w + next * 8;
    const trailing = a + next * stride + next * 8;
    gemmF64(rest, rest, width, -1, v, 8, stride, wp, stride, 8, trailing, stride, 0, true, scratch);
    gemmF64(rest, rest, width, -1, wp, 8, stride, v, stride, 8, trailing, stride, 0, true, scratch);
  }
}

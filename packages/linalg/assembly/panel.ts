// Products of a few long rows with a vector, four rows at a time: what the reductions do within a panel.

import { madd, total } from "./vector";

/** x . y. */
export function dot(n: usize, x: usize, y: usize): f64 {
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
export function addScaled(n: usize, factor: f64, x: usize, y: usize): void {
  const f = f64x2.splat(factor);
  let k: usize = 0;
  for (; k + 2 <= n; k += 2) v128.store(y + k * 8, madd<f64>(f, v128.load(x + k * 8), v128.load(y + k * 8)));
  if (k < n) store<f64>(y + k * 8, load<f64>(y + k * 8) + factor * load<f64>(x + k * 8));
}

/** y *= factor. */
export function scale(n: usize, factor: f64, y: usize): void {
  const f = f64x2.splat(factor);
  let k: usize = 0;
  for (; k + 2 <= n; k += 2) v128.store(y + k * 8, f64x2.mul(f, v128.load(y + k * 8)));
  if (k < n) store<f64>(y + k * 8, factor * load<f64>(y + k * 8));
}

/** out_i = x_i . y for `rows` rows x_i of n numbers, `stride` bytes apart. */
export function rowDots(rows: usize, n: usize, x: usize, stride: usize, y: usize, out: usize): void {
  const even = n & ~1;
  let i: usize = 0;
  for (; i + 4 <= rows; i += 4) {
    let r0 = x + i * stride, r1 = r0 + stride, r2 = r1 + stride, r3 = r2 + stride;
    let s0 = f64x2.splat(0), s1 = f64x2.splat(0), s2 = f64x2.splat(0), s3 = f64x2.splat(0);
    let at = y;
    const end = y + even * 8;
    while (at < end) {
      const v = v128.load(at);
      s0 = madd<f64>(v128.load(r0), v, s0);
      s1 = madd<f64>(v128.load(r1), v, s1);
      s2 = madd<f64>(v128.load(r2), v, s2);
      s3 = madd<f64>(v128.load(r3), v, s3);
      r0 += 16;
      r1 += 16;
      r2 += 16;
      r3 += 16;
      at += 16;
    }
    const odd = even < n;
    const last: f64 = odd ? load<f64>(at) : 0;
    store<f64>(out + i * 8, total<f64>(s0) + (odd ? load<f64>(r0) * last : 0));
    store<f64>(out + i * 8, total<f64>(s1) + (odd ? load<f64>(r1) * last : 0), 8);
    store<f64>(out + i * 8, total<f64>(s2) + (odd ? load<f64>(r2) * last : 0), 16);
    store<f64>(out + i * 8, total<f64>(s3) + (odd ? load<f64>(r3) * last : 0), 24);
  }
  for (; i < rows; i++) store<f64>(out + i * 8, dot(n, x + i * stride, y));
}

/** y -= sum_i factor_i x_i for `rows` rows x_i of n numbers; factors are `step` bytes apart. */
export function subtractRows(
  rows: usize, n: usize, factors: usize, step: usize, x: usize, stride: usize, y: usize,
): void {
  const even = n & ~1;
  let i: usize = 0;
  for (; i + 4 <= rows; i += 4) {
    let r0 = x + i * stride, r1 = r0 + stride, r2 = r1 + stride, r3 = r2 + stride;
    const at0 = factors + i * step;
    const f0 = f64x2.splat(-load<f64>(at0)), f1 = f64x2.splat(-load<f64>(at0 + step));
    const f2 = f64x2.splat(-load<f64>(at0 + 2 * step)), f3 = f64x2.splat(-load<f64>(at0 + 3 * step));
    let at = y;
    const end = y + even * 8;
    while (at < end) {
      let sum = v128.load(at);
      sum = madd<f64>(v128.load(r0), f0, sum);
      sum = madd<f64>(v128.load(r1), f1, sum);
      sum = madd<f64>(v128.load(r2), f2, sum);
      sum = madd<f64>(v128.load(r3), f3, sum);
      v128.store(at, sum);
      r0 += 16;
      r1 += 16;
      r2 += 16;
      r3 += 16;
      at += 16;
    }
    if (even < n) {
      store<f64>(at, load<f64>(at) + load<f64>(r0) * f64x2.extract_lane(f0, 0) + load<f64>(r1) * f64x2.extract_lane(f1, 0)
        + load<f64>(r2) * f64x2.extract_lane(f2, 0) + load<f64>(r3) * f64x2.extract_lane(f3, 0));
    }
  }
  for (; i < rows; i++) addScaled(n, -load<f64>(factors + i * step), x + i * stride, y);
}

/** Squares between these bounds have lost nothing to under- or overflow. */
const LEAST: f64 = 1e-260;
const MOST: f64 = 1e260;

/** The norm of x, by the squares of x / max |x|. */
function scaledNorm(n: usize, x: usize): f64 {
  let largest: f64 = 0;
  for (let k: usize = 0; k < n; k++) largest = max(largest, abs(load<f64>(x + k * 8)));
  if (largest == 0) return 0;
  let squares: f64 = 0;
  for (let k: usize = 0; k < n; k++) {
    const value = load<f64>(x + k * 8) / largest;
    squares += value * value;
  }
  return largest * sqrt(squares);
}

/** |x|, free of under- and overflow. */
export function norm(n: usize, x: usize): f64 {
  const squares = dot(n, x, x);
  return squares > LEAST && squares < MOST ? sqrt(squares) : scaledNorm(n, x);
}

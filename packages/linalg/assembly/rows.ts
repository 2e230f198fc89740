// Rows times vectors and sums of rows, for products that are bound by memory: each entry is read once. f32 entries are widened; vectors
// and sums are f64.

import { madd, pair } from "./vector";

/** Two partial sums of a row times y. */
// @ts-expect-error: decorator
@inline
export function rowSums<T>(length: usize, row: usize, y: usize): v128 {
  let s0 = f64x2.splat(0), s1 = f64x2.splat(0), s2 = f64x2.splat(0), s3 = f64x2.splat(0);
  const whole = y + (length & ~7) * 8;
  while (y < whole) {
    s0 = madd<f64>(pair<T>(row), v128.load(y), s0);
    s1 = madd<f64>(pair<T>(row + 2 * sizeof<T>()), v128.load(y, 16), s1);
    s2 = madd<f64>(pair<T>(row + 4 * sizeof<T>()), v128.load(y, 32), s2);
    s3 = madd<f64>(pair<T>(row + 6 * sizeof<T>()), v128.load(y, 48), s3);
    row += 8 * sizeof<T>();
    y += 64;
  }
  const end = y + (length & 6) * 8;
  while (y < end) {
    s0 = madd<f64>(pair<T>(row), v128.load(y), s0);
    row += 2 * sizeof<T>();
    y += 16;
  }
  if (length & 1) s1 = f64x2.add(s1, f64x2(<f64>load<T>(row) * load<f64>(y), 0));
  return f64x2.add(f64x2.add(s0, s1), f64x2.add(s2, s3));
}

/** out += weight times a row. */
// @ts-expect-error: decorator
@inline
export function addRow<T>(length: usize, row: usize, weight: f64, out: usize): void {
  const w = f64x2.splat(weight);
  const whole = out + (length & ~7) * 8;
  while (out < whole) {
    v128.store(out, madd<f64>(pair<T>(row), w, v128.load(out)));
    v128.store(out, madd<f64>(pair<T>(row + 2 * sizeof<T>()), w, v128.load(out, 16)), 16);
    v128.store(out, madd<f64>(pair<T>(row + 4 * sizeof<T>()), w, v128.load(out, 32)), 32);
    v128.store(out, madd<f64>(pair<T>(row + 6 * sizeof<T>()), w, v128.load(out, 48)), 48);
    row += 8 * sizeof<T>();
    out += 64;
  }
  const end = out + (length & 6) * 8;
  while (out < end) {
    v128.store(out, madd<f64>(pair<T>(row), w, v128.load(out)));
    row += 2 * sizeof<T>();
    out += 16;
  }
  if (length & 1) store<f64>(out, load<f64>(out) + <f64>load<T>(row) * weight);
}

/** out += sum_i w_i A_i over four rows from `row` on. */
// @ts-expect-error: decorator
@inline
function addFourRows<T>(length: usize, row: usize, stride: usize, w: usize, out: usize): void {
  let r0 = row, r1 = r0 + stride, r2 = r1 + stride, r3 = r2 + stride;
  const w0 = v128.load64_splat(w), w1 = v128.load64_splat(w, 8);
  const w2 = v128.load64_splat(w, 16), w3 = v128.load64_splat(w, 24);
  const end = out + (length & ~1) * 8;
  while (out < end) {
    let sum = v128.load(out);
    sum = madd<f64>(pair<T>(r0), w0, sum);
    sum = madd<f64>(pair<T>(r1), w1, sum);
    sum = madd<f64>(pair<T>(r2), w2, sum);
    sum = madd<f64>(pair<T>(r3), w3, sum);
    v128.store(out, sum);
    r0 += 2 * sizeof<T>();
    r1 += 2 * sizeof<T>();
    r2 += 2 * sizeof<T>();
    r3 += 2 * sizeof<T>();
    out += 16;
  }
  if (length & 1) {
    store<f64>(out, load<f64>(out) + <f64>load<T>(r0) * load<f64>(w) + <f64>load<T>(r1) * load<f64>(w, 8)
      + <f64>load<T>(r2) * load<f64>(w, 16) + <f64>load<T>(r3) * load<f64>(w, 24));
  }
}

/** out += sum_i w_i A_i over rows `stride` bytes apart, of which the first `length` entries count: four rows share each access to out. */
// @ts-expect-error: decorator
@inline
export function addRows<T>(rows: usize, length: usize, a: usize, stride: usize, w: usize, out: usize): void {
  const fours = w + (rows & ~3) * 8, end = w + rows * 8;
  while (w < fours) {
    addFourRows<T>(length, a, stride, w, out);
    a += 4 * stride;
    w += 32;
  }
  while (w < end) {
    addRow<T>(length, a, load<f64>(w), out);
    a += stride;
    w += 8;
  }
}

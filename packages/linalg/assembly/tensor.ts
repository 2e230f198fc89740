// Contractions of 3-tensors, of which a row-major slice T_i is a matrix: bound by memory, so that each entry is read once.
// f32 entries are widened; vectors and sums are f64.

import { addRow, addRows, rowSums } from "./rows";
import { madd, pair, total } from "./vector";

// Rows are short (a few hundred entries): one after the other, so that memory is read in one stream, as prefetchers like it.

/** x^T A y; A is rows x cols, contiguous. */
// @ts-expect-error: decorator
@inline
function bilinear<T>(rows: usize, cols: usize, a: usize, x: usize, y: usize): f64 {
  let form = f64x2.splat(0);
  const end = x + rows * 8;
  while (x < end) {
    form = madd<f64>(rowSums<T>(cols, a, y), v128.load64_splat(x), form);
    a += cols * sizeof<T>();
    x += 8;
  }
  return total<f64>(form);
}

/** out = A y; A is rows x cols, contiguous. */
// @ts-expect-error: decorator
@inline
function multiplyRows<T>(rows: usize, cols: usize, a: usize, y: usize, out: usize): void {
  const end = out + rows * 8;
  while (out < end) {
    store<f64>(out, total<f64>(rowSums<T>(cols, a, y)));
    a += cols * sizeof<T>();
    out += 8;
  }
}

/** out = A^T w; A is rows x cols, contiguous. */
// @ts-expect-error: decorator
@inline
function combineRows<T>(rows: usize, cols: usize, a: usize, w: usize, out: usize): void {
  memory.fill(out, 0, cols * 8);
  const end = w + rows * 8;
  while (w < end) {
    addRow<T>(cols, a, load<f64>(w), out);
    a += cols * sizeof<T>();
    w += 8;
  }
}

/** One row of `multiplyBoth`: partial sums of row times y, and left += weight row. */
// @ts-expect-error: decorator
@inline
function bothSums<T>(length: usize, row: usize, y: usize, weight: f64, left: usize): v128 {
  let s0 = f64x2.splat(0), s1 = f64x2.splat(0), s2 = f64x2.splat(0), s3 = f64x2.splat(0);
  const w = f64x2.splat(weight);
  const whole = y + (length & ~7) * 8;
  while (y < whole) {
    const a0 = pair<T>(row);
    s0 = madd<f64>(a0, v128.load(y), s0);
    v128.store(left, madd<f64>(a0, w, v128.load(left)));
    const a1 = pair<T>(row + 2 * sizeof<T>());
    s1 = madd<f64>(a1, v128.load(y, 16), s1);
    v128.store(left, madd<f64>(a1, w, v128.load(left, 16)), 16);
    const a2 = pair<T>(row + 4 * sizeof<T>());
    s2 = madd<f64>(a2, v128.load(y, 32), s2);
    v128.store(left, madd<f64>(a2, w, v128.load(left, 32)), 32);
    const a3 = pair<T>(row + 6 * sizeof<T>());
    s3 = madd<f64>(a3, v128.load(y, 48), s3);
    v128.store(left, madd<f64>(a3, w, v128.load(left, 48)), 48);
    row += 8 * sizeof<T>();
    y += 64;
    left += 64;
  }
  const end = y + (length & 6) * 8;
  while (y < end) {
    const a = pair<T>(row);
    s0 = madd<f64>(a, v128.load(y), s0);
    v128.store(left, madd<f64>(a, w, v128.load(left)));
    row += 2 * sizeof<T>();
    y += 16;
    left += 16;
  }
  if (length & 1) {
    const a = <f64>load<T>(row);
    s1 = f64x2.add(s1, f64x2(a * load<f64>(y), 0));
    store<f64>(left, load<f64>(left) + a * weight);
  }
  return f64x2.add(f64x2.add(s0, s1), f64x2.add(s2, s3));
}

/** right = A y and left = A^T w in one pass; A is rows x cols, contiguous. */
// @ts-expect-error: decorator
@inline
function multiplyBoth<T>(rows: usize, cols: usize, a: usize, y: usize, w: usize, right: usize, left: usize): void {
  memory.fill(left, 0, cols * 8);
  const end = w + rows * 8;
  while (w < end) {
    store<f64>(right, total<f64>(bothSums<T>(cols, a, y, load<f64>(w), left)));
    a += cols * sizeof<T>();
    w += 8;
    right += 8;
  }
}

export function bilinearF64(rows: usize, cols: usize, a: usize, x: usize, y: usize): f64 {
  return bilinear<f64>(rows, cols, a, x, y);
}

export function bilinearF32(rows: usize, cols: usize, a: usize, x: usize, y: usize): f64 {
  return bilinear<f32>(rows, cols, a, x, y);
}

export function multiplyRowsF64(rows: usize, cols: usize, a: usize, y: usize, out: usize): void {
  multiplyRows<f64>(rows, cols, a, y, out);
}

export function multiplyRowsF32(rows: usize, cols: usize, a: usize, y: usize, out: usize): void {
  multiplyRows<f32>(rows, cols, a, y, out);
}

export function combineRowsF64(rows: usize, cols: usize, a: usize, w: usize, out: usize): void {
  combineRows<f64>(rows, cols, a, w, out);
}

export function combineRowsF32(rows: usize, cols: usize, a: usize, w: usize, out: usize): void {
  combineRows<f32>(rows, cols, a, w, out);
}

export function addRowsF64(rows: usize, length: usize, a: usize, stride: usize, w: usize, out: usize): void {
  addRows<f64>(rows, length, a, stride, w, out);
}

export function addRowsF32(rows: usize, length: usize, a: usize, stride: usize, w: usize, out: usize): void {
  addRows<f32>(rows, length, a, stride, w, out);
}

export function multiplyBothF64(rows: usize, cols: usize, a: usize, y: usize, w: usize, right: usize, left: usize): void {
  multiplyBoth<f64>(rows, cols, a, y, w, right, left);
}

export function multiplyBothF32(rows: usize, cols: usize, a: usize, y: usize, w: usize, right: usize, left: usize): void {
  multiplyBoth<f32>(rows, cols, a, y, w, right, left);
}

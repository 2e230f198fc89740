// Matrix-vector products: bound by memory, so that each element is read once and four rows share every load of the vector.

import { addRows, rowSums } from "./rows";
import { madd, pair, total } from "./vector";

/** out = A x; A is rows x cols, contiguous; x and out are f64. */
// @ts-expect-error: decorator
@inline
function multiply<T>(rows: usize, cols: usize, a: usize, x: usize, out: usize): void {
  const stride = cols * sizeof<T>();
  const even = cols & ~1;
  let i: usize = 0;
  for (; i + 4 <= rows; i += 4) {
    let r0 = a + i * stride, r1 = r0 + stride, r2 = r1 + stride, r3 = r2 + stride;
    let s0 = f64x2.splat(0), s1 = f64x2.splat(0), s2 = f64x2.splat(0), s3 = f64x2.splat(0);
    let at = x;
    const end = x + even * 8;
    while (at < end) {
      const v = v128.load(at);
      s0 = madd<f64>(pair<T>(r0), v, s0);
      s1 = madd<f64>(pair<T>(r1), v, s1);
      s2 = madd<f64>(pair<T>(r2), v, s2);
      s3 = madd<f64>(pair<T>(r3), v, s3);
      r0 += 2 * sizeof<T>();
      r1 += 2 * sizeof<T>();
      r2 += 2 * sizeof<T>();
      r3 += 2 * sizeof<T>();
      at += 16;
    }
    const last: f64 = even < cols ? load<f64>(at) : 0;
    const odd = even < cols;
    store<f64>(out + i * 8, total<f64>(s0) + (odd ? <f64>load<T>(r0) * last : 0));
    store<f64>(out + i * 8, total<f64>(s1) + (odd ? <f64>load<T>(r1) * last : 0), 8);
    store<f64>(out + i * 8, total<f64>(s2) + (odd ? <f64>load<T>(r2) * last : 0), 16);
    store<f64>(out + i * 8, total<f64>(s3) + (odd ? <f64>load<T>(r3) * last : 0), 24);
  }
  for (; i < rows; i++) store<f64>(out + i * 8, total<f64>(rowSums<T>(cols, a + i * stride, x)));
}

/** out = A^T x. */
// @ts-expect-error: decorator
@inline
function multiplyTranspose<T>(rows: usize, cols: usize, a: usize, x: usize, out: usize): void {
  memory.fill(out, 0, cols * 8);
  addRows<T>(rows, cols, a, cols * sizeof<T>(), x, out);
}

/** One element of the symmetric product: adds a_ij to out_i and out_j. */
// @ts-expect-error: decorator
@inline
function symmetricElement<T>(a: usize, i: usize, j: usize, stride: usize, x: usize, out: usize): void {
  const value = <f64>load<T>(a + i * stride + j * sizeof<T>());
  store<f64>(out + i * 8, load<f64>(out + i * 8) + value * load<f64>(x + j * 8));
  if (i != j) store<f64>(out + j * 8, load<f64>(out + j * 8) + value * load<f64>(x + i * 8));
}

/** The block on the diagonal of the four rows from `i` on, or of those that are left. */
// @ts-expect-error: decorator
@inline
function symmetricBlock<T>(i: usize, n: usize, a: usize, stride: usize, x: usize, out: usize): void {
  const end = min<usize>(n, i + 4);
  for (let j = i; j < end; j++) for (let r = i; r <= j; r++) symmetricElement<T>(a, r, j, stride, x, out);
}

/** out = A x for symmetric A of order n, reading the upper triangle alone; rows of A are `stride` bytes apart. */
// @ts-expect-error: decorator
@inline
function multiplySymmetric<T>(n: usize, a: usize, stride: usize, x: usize, out: usize): void {
  memory.fill(out, 0, n * 8);
  symmetricBlock<T>(0, n, a, stride, x, out);
  for (let i: usize = 0; i + 4 <= n; i += 4) {
    // The next block comes before the rest of these rows: its rows are then on their way from memory when their turn comes.
    let j = i + 4;
    symmetricBlock<T>(j, n, a, stride, x, out);
    if ((n - j) & 1) {
      for (let r = i; r < i + 4; r++) symmetricElement<T>(a, r, j, stride, x, out);
      j++;
    }
    let r0 = a + i * stride + j * sizeof<T>(), r1 = r0 + stride, r2 = r1 + stride, r3 = r2 + stride;
    const x0 = v128.load64_splat(x + i * 8), x1 = v128.load64_splat(x + i * 8, 8);
    const x2 = v128.load64_splat(x + i * 8, 16), x3 = v128.load64_splat(x + i * 8, 24);
    let s0 = f64x2.splat(0), s1 = f64x2.splat(0), s2 = f64x2.splat(0), s3 = f64x2.splat(0);
    let from = x + j * 8, to = out + j * 8;
    const end = x + n * 8;
    while (from < end) {
      const v = v128.load(from);
      let sum = v128.load(to);
      const a0 = pair<T>(r0);
      s0 = madd<f64>(a0, v, s0);
      sum = madd<f64>(a0, x0, sum);
      const a1 = pair<T>(r1);
      s1 = madd<f64>(a1, v, s1);
      sum = madd<f64>(a1, x1, sum);
      const a2 = pair<T>(r2);
      s2 = madd<f64>(a2, v, s2);
      sum = madd<f64>(a2, x2, sum);
      const a3 = pair<T>(r3);
      s3 = madd<f64>(a3, v, s3);
      sum = madd<f64>(a3, x3, sum);
      v128.store(to, sum);
      r0 += 2 * sizeof<T>();
      r1 += 2 * sizeof<T>();
      r2 += 2 * sizeof<T>();
      r3 += 2 * sizeof<T>();
      from += 16;
      to += 16;
    }
    const at = out + i * 8;
    store<f64>(at, load<f64>(at) + total<f64>(s0));
    store<f64>(at, load<f64>(at, 8) + total<f64>(s1), 8);
    store<f64>(at, load<f64>(at, 16) + total<f64>(s2), 16);
    store<f64>(at, load<f64>(at, 24) + total<f64>(s3), 24);
  }
}

export function gemvF64(rows: usize, cols: usize, a: usize, x: usize, out: usize): void {
  multiply<f64>(rows, cols, a, x, out);
}

export function gemvF32(rows: usize, cols: usize, a: usize, x: usize, out: usize): void {
  multiply<f32>(rows, cols, a, x, out);
}

export function gemvTransposeF64(rows: usize, cols: usize, a: usize, x: usize, out: usize): void {
  multiplyTranspose<f64>(rows, cols, a, x, out);
}

export function gemvTransposeF32(rows: usize, cols: usize, a: usize, x: usize, out: usize): void {
  multiplyTranspose<f32>(rows, cols, a, x, out);
}

export function symvF64(n: usize, a: usize, stride: usize, x: usize, out: usize): void {
  multiplySymmetric<f64>(n, a, stride, x, out);
}

export function symvF32(n: usize, a: usize, stride: usize, x: usize, out: usize): void {
  multiplySymmetric<f32>(n, a, stride, x, out);
}

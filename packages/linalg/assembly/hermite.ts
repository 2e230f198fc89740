// Hermite series and Hermite features. h_k are the polynomials normalised under N(0, 1).

import { madd, pair, storePair } from "./vector";

/** One step of Clenshaw's recurrence: c_k + x b1 a_k + b2 f_k. */
// @ts-expect-error: decorator
@inline
function clenshaw(x: v128, b1: v128, b2: v128, c: v128, a: v128, f: v128): v128 {
  return madd<f64>(f64x2.mul(x, b1), a, madd<f64>(b2, f, c));
}

/**
 * out = sum_k c_k h_k(x), eight numbers at a time: `count` is rounded up to a multiple of 8. The table holds, from the highest
 * order down, c_k, 1/sqrt(k + 1) and -sqrt((k + 1)/(k + 2)).
 */
// @ts-expect-error: decorator
@inline
function series<T>(terms: usize, table: usize, count: usize, x: usize, out: usize): void {
  const end = x + ((count + 7) & ~7) * sizeof<T>();
  const last = table + terms * 24;
  while (x < end) {
    const x0 = pair<T>(x), x1 = pair<T>(x + 2 * sizeof<T>()), x2 = pair<T>(x + 4 * sizeof<T>()), x3 = pair<T>(x + 6 * sizeof<T>());
    let b0 = f64x2.splat(0), b1 = f64x2.splat(0), b2 = f64x2.splat(0), b3 = f64x2.splat(0);
    let d0 = f64x2.splat(0), d1 = f64x2.splat(0), d2 = f64x2.splat(0), d3 = f64x2.splat(0);
    let at = table;
    while (at < last) {
      const c = v128.load64_splat(at), a = v128.load64_splat(at, 8), f = v128.load64_splat(at, 16);
      const n0 = clenshaw(x0, b0, d0, c, a, f);
      d0 = b0;
      b0 = n0;
      const n1 = clenshaw(x1, b1, d1, c, a, f);
      d1 = b1;
      b1 = n1;
      const n2 = clenshaw(x2, b2, d2, c, a, f);
      d2 = b2;
      b2 = n2;
      const n3 = clenshaw(x3, b3, d3, c, a, f);
      d3 = b3;
      b3 = n3;
      at += 24;
    }
    storePair<T>(out, b0);
    storePair<T>(out + 2 * sizeof<T>(), b1);
    storePair<T>(out + 4 * sizeof<T>(), b2);
    storePair<T>(out + 6 * sizeof<T>(), b3);
    x += 8 * sizeof<T>();
    out += 8 * sizeof<T>();
  }
}

// Features: a row's products are written in runs of whole vectors; what a run writes too far, the next overwrites. The host leaves
// a vector of room behind the inputs and the outputs.

/** Writes factor x_j for the `count` entries from `x` on; returns the end. */
// @ts-expect-error: decorator
@inline
function run<T>(factor: T, count: usize, x: usize, out: usize): usize {
  const f = v128.splat<T>(factor);
  const end = out + count * sizeof<T>();
  while (out < end) {
    v128.store(out, v128.mul<T>(f, v128.load(x)));
    x += 16;
    out += 16;
  }
  return end;
}

/** h_2(x). */
// @ts-expect-error: decorator
@inline
function second(x: f64): f64 {
  return (x * x - 1) * 0.7071067811865476;
}

/** h_3(x). */
// @ts-expect-error: decorator
@inline
function third(x: f64): f64 {
  return x * (x * x - 3) * 0.408248290463863;
}

/** For each i: h_2(x_i), then x_i x_j, j > i. */
// @ts-expect-error: decorator
@inline
function quadratic<T>(rows: usize, d: usize, x: usize, out: usize): void {
  for (let row: usize = 0; row < rows; row++) {
    const end = x + d * sizeof<T>();
    while (x < end) {
      const value = load<T>(x);
      store<T>(out, <T>second(<f64>value));
      x += sizeof<T>();
      out = run<T>(value, (end - x) / sizeof<T>(), x, out + sizeof<T>());
    }
  }
}

/** For each i: h_3(x_i); h_2(x_i) x_j, j > i; then for each j > i: x_i h_2(x_j); x_i x_j x_k, k > j. */
// @ts-expect-error: decorator
@inline
function cubic<T>(rows: usize, d: usize, x: usize, out: usize): void {
  for (let row: usize = 0; row < rows; row++) {
    const end = x + d * sizeof<T>();
    while (x < end) {
      const value = load<T>(x);
      store<T>(out, <T>third(<f64>value));
      x += sizeof<T>();
      out = run<T>(<T>second(<f64>value), (end - x) / sizeof<T>(), x, out + sizeof<T>());
      for (let at = x; at < end; ) {
        const other = load<T>(at);
        store<T>(out, <T>(<f64>value * second(<f64>other)));
        at += sizeof<T>();
        out = run<T>(value * other, (end - at) / sizeof<T>(), at, out + sizeof<T>());
      }
    }
  }
}

export function hermiteSeriesF64(terms: usize, table: usize, count: usize, x: usize, out: usize): void {
  series<f64>(terms, table, count, x, out);
}

export function hermiteSeriesF32(terms: usize, table: usize, count: usize, x: usize, out: usize): void {
  series<f32>(terms, table, count, x, out);
}

export function hermiteQuadraticF64(rows: usize, d: usize, x: usize, out: usize): void {
  quadratic<f64>(rows, d, x, out);
}

export function hermiteQuadraticF32(rows: usize, d: usize, x: usize, out: usize): void {
  quadratic<f32>(rows, d, x, out);
}

export function hermiteCubicF64(rows: usize, d: usize, x: usize, out: usize): void {
  cubic<f64>(rows, d, x, out);
}

export function hermiteCubicF32(rows: usize, d: usize, x: usize, out: usize): void {
  cubic<f32>(rows, d, x, out);
}

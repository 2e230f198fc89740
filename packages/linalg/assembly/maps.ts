// Elementwise maps over arrays, in f64 also where the array is f32. Counts are rounded up to a multiple of 4: the host leaves room.

import { expPair, logPair, sigmoidPair, tanhPair } from "./elementary";
import { erfPair } from "./erf";

const EXPONENTIAL = 0;
const LOGARITHM = 1;
const TANH = 2;
const ERROR_FUNCTION = 3;
const SIGMOID = 4;
const RELU = 5;

/** The map of two numbers; `name` is a constant of each caller, so that one branch is left. */
// @ts-expect-error: decorator
@inline
function value(name: i32, x: v128): v128 {
  if (name == EXPONENTIAL) return expPair(x);
  if (name == LOGARITHM) return logPair(x);
  if (name == TANH) return tanhPair(x);
  if (name == ERROR_FUNCTION) return erfPair(x);
  if (name == SIGMOID) return sigmoidPair(x);
  return f64x2.max(x, f64x2.splat(0));
}

// @ts-expect-error: decorator
@inline
function map64(name: i32, count: usize, x: usize, out: usize): void {
  const end = x + ((count + 3) & ~3) * 8;
  while (x < end) {
    v128.store(out, value(name, v128.load(x)));
    v128.store(out, value(name, v128.load(x, 16)), 16);
    x += 32;
    out += 32;
  }
}

// @ts-expect-error: decorator
@inline
function map32(name: i32, count: usize, x: usize, out: usize): void {
  const end = x + ((count + 3) & ~3) * 4;
  while (x < end) {
    const low = value(name, f64x2.promote_low_f32x4(v128.load64_zero(x)));
    const high = value(name, f64x2.promote_low_f32x4(v128.load64_zero(x, 8)));
    v128.store(out, v128.shuffle<i64>(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 2));
    x += 16;
    out += 16;
  }
}

export function expF64(count: usize, x: usize, out: usize): void {
  map64(EXPONENTIAL, count, x, out);
}

export function expF32(count: usize, x: usize, out: usize): void {
  map32(EXPONENTIAL, count, x, out);
}

export function logF64(count: usize, x: usize, out: usize): void {
  map64(LOGARITHM, count, x, out);
}

export function logF32(count: usize, x: usize, out: usize): void {
  map32(LOGARITHM, count, x, out);
}

export function tanhF64(count: usize, x: usize, out: usize): void {
  map64(TANH, count, x, out);
}

export function tanhF32(count: usize, x: usize, out: usize): void {
  map32(TANH, count, x, out);
}

export function erfF64(count: usize, x: usize, out: usize): void {
  map64(ERROR_FUNCTION, count, x, out);
}

export function erfF32(count: usize, x: usize, out: usize): void {
  map32(ERROR_FUNCTION, count, x, out);
}

export function sigmoidF64(count: usize, x: usize, out: usize): void {
  map64(SIGMOID, count, x, out);
}

export function sigmoidF32(count: usize, x: usize, out: usize): void {
  map32(SIGMOID, count, x, out);
}

export function reluF64(count: usize, x: usize, out: usize): void {
  map64(RELU, count, x, out);
}

export function reluF32(count: usize, x: usize, out: usize): void {
  map32(RELU, count, x, out);
}

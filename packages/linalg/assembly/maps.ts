// Elementwise maps over arrays, in f64 also where the array is f32. Counts are rounded up to a multiple of 4: the host leaves room.

import { expPair, logPair, sigmoidPair, tanhFour } from "./elementary";
import { erfPair } from "./erf";
import { pair, storePair } from "./vector";

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
  if (name == ERROR_FUNCTION) return erfPair(x);
  if (name == SIGMOID) return sigmoidPair(x);
  return f64x2.max(x, f64x2.splat(0));
}

/** Two vectors at a time. */
// @ts-expect-error: decorator
@inline
function map<T>(name: i32, count: usize, x: usize, out: usize): void {
  const end = x + ((count + 3) & ~3) * sizeof<T>();
  while (x < end) {
    if (name == TANH) tanhFour<T>(x, out);
    else {
      storePair<T>(out, value(name, pair<T>(x)));
      storePair<T>(out + 2 * sizeof<T>(), value(name, pair<T>(x + 2 * sizeof<T>())));
    }
    x += 4 * sizeof<T>();
    out += 4 * sizeof<T>();
  }
}

export function expF64(count: usize, x: usize, out: usize): void {
  map<f64>(EXPONENTIAL, count, x, out);
}

export function expF32(count: usize, x: usize, out: usize): void {
  map<f32>(EXPONENTIAL, count, x, out);
}

export function logF64(count: usize, x: usize, out: usize): void {
  map<f64>(LOGARITHM, count, x, out);
}

export function logF32(count: usize, x: usize, out: usize): void {
  map<f32>(LOGARITHM, count, x, out);
}

export function tanhF64(count: usize, x: usize, out: usize): void {
  map<f64>(TANH, count, x, out);
}

export function tanhF32(count: usize, x: usize, out: usize): void {
  map<f32>(TANH, count, x, out);
}

export function erfF64(count: usize, x: usize, out: usize): void {
  map<f64>(ERROR_FUNCTION, count, x, out);
}

export function erfF32(count: usize, x: usize, out: usize): void {
  map<f32>(ERROR_FUNCTION, count, x, out);
}

export function sigmoidF64(count: usize, x: usize, out: usize): void {
  map<f64>(SIGMOID, count, x, out);
}

export function sigmoidF32(count: usize, x: usize, out: usize): void {
  map<f32>(SIGMOID, count, x, out);
}

export function reluF64(count: usize, x: usize, out: usize): void {
  map<f64>(RELU, count, x, out);
}

export function reluF32(count: usize, x: usize, out: usize): void {
  map<f32>(RELU, count, x, out);
}

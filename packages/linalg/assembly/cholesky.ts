// Cholesky factorisation of the upper triangle, A = U^T U, by halves: factor one, solve for the panel beside it, subtract the
// panel's product from the other and factor that. All but the smallest blocks is `product`.

import { gemmF64 } from "./gemm";
import { madd } from "./vector";

/** Order up to which a block is factored or solved directly. */
const SMALL: usize = 32;

/** The order of the first half: a multiple of the small one, so that blocks stay aligned. */
// @ts-expect-error decorator
@inline
function firstHalf(n: usize): usize {
  return ((n / SMALL + 1) / 2) * SMALL;
}

/** Factors the diagonal block of order n in place; the index of the first pivot that is not positive, or -1. */
function factorBlock(n: usize, a: usize, stride: usize): i32 {
  for (let j: usize = 0; j < n; j++) {
    const row = a + j * stride;
    const pivot = load<f64>(row + j * 8);
    if (!(pivot > 0) || pivot == Infinity) return <i32>j;
    const scale = 1 / sqrt(pivot);
    for (let k = j; k < n; k++) store<f64>(row + k * 8, load<f64>(row + k * 8) * scale);
    for (let i = j + 1; i < n; i++) subtractScaled(load<f64>(row + i * 8), row + i * 8, a + i * stride + i * 8, n - i);
  }
  return -1;
}

/** y -= factor x, n numbers. */
// @ts-expect-error: decorator
@inline
function subtractScaled(factor: f64, x: usize, y: usize, n: usize): void {
  const minus = f64x2.splat(-factor);
  let k: usize = 0;
  for (; k + 2 <= n; k += 2) v128.store(y + k * 8, madd<f64>(minus, v128.load(x + k * 8), v128.load(y + k * 8)));
  if (k < n) store<f64>(y + k * 8, load<f64>(y + k * 8) - factor * load<f64>(x + k * 8));
}

/** Solves U^T X = B in place for a block U of order n and `cols` columns of B, row by row. */
function solveBlock(n: usize, cols: usize, u: usize, stride: usize, b: usize): void {
  for (let i: usize = 0; i < n; i++) {
    const row = b + i * stride;
    for (let k: usize = 0; k < i; k++) subtractScaled(load<f64>(u + k * stride + i * 8), b + k * stride, row, cols);
    const scale = f64x2.splat(1 / load<f64>(u + i * stride + i * 8));
    let j: usize = 0;
    for (; j + 2 <= cols; j += 2) v128.store(row + j * 8, f64x2.mul(v128.load(row + j * 8), scale));
    if (j < cols) store<f64>(row + j * 8, load<f64>(row + j * 8) * f64x2.extract_lane(scale, 0));
  }
}

/** Solves U^T X = B in place for U of order n and `cols` columns of B. */
function solve(n: usize, cols: usize, u: usize, stride: usize, b: usize, scratch: usize): void {
  if (n <= SMALL) {
    solveBlock(n, cols, u, stride, b);
    return;
  }
  const m = firstHalf(n);
  const right = u + m * 8;
  const below = b + m * stride;
  solve(m, cols, u, stride, b, scratch);
  gemmF64(n - m, cols, m, -1, right, 8, stride, b, stride, 8, below, stride, 0, false, scratch);
  solve(n - m, cols, right + m * stride, stride, below, scratch);
}

/**
 * Overwrites the upper triangle of A, order n with rows `stride` bytes apart, by U with A = U^T U; the index of the first pivot
 * that is not positive and finite, or -1. Entries below the diagonal are not read; some are overwritten.
 */
export function choleskyF64(n: usize, a: usize, stride: usize, scratch: usize): i32 {
  if (n <= SMALL) return factorBlock(n, a, stride);
  const m = firstHalf(n);
  const failed = choleskyF64(m, a, stride, scratch);
  if (failed >= 0) return failed;
  const panel = a + m * 8;
  const rest = panel + m * stride;
  solve(m, n - m, a, stride, panel, scratch);
  gemmF64(n - m, n - m, m, -1, panel, 8, stride, panel, stride, 8, rest, stride, 0, true, scratch);
  const later = choleskyF64(n - m, rest, stride, scratch);
  return later < 0 ? -1 : <i32>m + later;
}

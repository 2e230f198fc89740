// out += sum_mu w_mu (V z_mu) z_mu^T for monomials z of the samples, of which none is stored. Samples come in panels of 4: rows of 4
// numbers. A run says which rows of a panel make monomials: one row of multipliers, times each of some successive rows. Vectors V come
// in tiles of 4: four coefficients for each row of each run.

import { madd } from "./vector";

/** Bytes of a row of a panel, and of a tile's coefficients of a row. */
const ROW: usize = 32;
/** Bytes of the values V z of a tile at the samples of a panel, and at half of them. */
const VALUES: usize = 128;
const HALF: usize = 64;
/** Bytes of a run in the table: three f64 numbers, its row of multipliers, its first row and its number of rows. */
const RUN: usize = 24;

/** Writes samples, row-major with d entries each, to the first d rows of panels `stride` bytes apart. */
export function fillPanels(panels: usize, d: usize, x: usize, out: usize, stride: usize): void {
  const end = out + panels * stride;
  while (out < end) {
    for (let lane = out; lane < out + ROW; lane += 8) {
      for (let at = lane; at < lane + d * ROW; at += ROW) {
        store<f64>(at, load<f64>(x));
        x += 8;
      }
    }
    out += stride;
  }
}

/** Writes x_j x_k, j <= k in lexicographic order, of the d rows at `x` of each panel. */
export function fillPairs(panels: usize, d: usize, x: usize, out: usize, stride: usize): void {
  const last = x + panels * stride;
  while (x < last) {
    const end = x + d * ROW;
    let at = out;
    for (let j = x; j < end; j += ROW) {
      const a = v128.load(j), b = v128.load(j, 16);
      for (let k = j; k < end; k += ROW) {
        v128.store(at, f64x2.mul(a, v128.load(k)));
        v128.store(at, f64x2.mul(b, v128.load(k, 16)), 16);
        at += ROW;
      }
    }
    x += stride;
    out += stride;
  }
}

/** values += multiplier times the sum of coefficients times rows, for each panel. */
// @ts-expect-error: decorator
@inline
function addValues(panels: usize, stride: usize, multiplier: usize, first: usize, bytes: usize, coefficients: usize, values: usize): void {
  const end = values + panels * VALUES;
  while (values < end) {
    let a0 = f64x2.splat(0), a1 = f64x2.splat(0), a2 = f64x2.splat(0), a3 = f64x2.splat(0);
    let b0 = f64x2.splat(0), b1 = f64x2.splat(0), b2 = f64x2.splat(0), b3 = f64x2.splat(0);
    let row = first, c = coefficients;
    const last = first + bytes;
    while (row < last) {
      const x = v128.load(row), y = v128.load(row, 16);
      const c0 = v128.load64_splat(c);
      a0 = madd<f64>(c0, x, a0);
      b0 = madd<f64>(c0, y, b0);
      const c1 = v128.load64_splat(c, 8);
      a1 = madd<f64>(c1, x, a1);
      b1 = madd<f64>(c1, y, b1);
      const c2 = v128.load64_splat(c, 16);
      a2 = madd<f64>(c2, x, a2);
      b2 = madd<f64>(c2, y, b2);
      const c3 = v128.load64_splat(c, 24);
      a3 = madd<f64>(c3, x, a3);
      b3 = madd<f64>(c3, y, b3);
      row += ROW;
      c += ROW;
    }
    const x = v128.load(multiplier), y = v128.load(multiplier, 16);
    v128.store(values, madd<f64>(x, a0, v128.load(values)));
    v128.store(values, madd<f64>(x, a1, v128.load(values, 16)), 16);
    v128.store(values, madd<f64>(x, a2, v128.load(values, 32)), 32);
    v128.store(values, madd<f64>(x, a3, v128.load(values, 48)), 48);
    v128.store(values, madd<f64>(y, b0, v128.load(values, 64)), 64);
    v128.store(values, madd<f64>(y, b1, v128.load(values, 80)), 80);
    v128.store(values, madd<f64>(y, b2, v128.load(values, 96)), 96);
    v128.store(values, madd<f64>(y, b3, v128.load(values, 112)), 112);
    first += stride;
    multiplier += stride;
    values += VALUES;
  }
}

/** out = values times a row, for each panel: the first halves of all panels one after the other from `out` on, the others from `rest` on. */
// @ts-expect-error: decorator
@inline
function multiply(panels: usize, stride: usize, row: usize, values: usize, out: usize, rest: usize, step: usize): void {
  const end = values + panels * VALUES;
  while (values < end) {
    const x = v128.load(row), y = v128.load(row, 16);
    for (let k: usize = 0; k < HALF; k += 16) {
      v128.store(out + k, f64x2.mul(x, v128.load(values + k)));
      v128.store(rest + k, f64x2.mul(y, v128.load(values + k, HALF)));
    }
    row += stride;
    values += VALUES;
    out += step;
    rest += step;
  }
}

/** The sums of two vectors' numbers. */
// @ts-expect-error: decorator
@inline
function totals(a: v128, b: v128): v128 {
  return f64x2.add(v128.shuffle<i64>(a, b, 0, 2), v128.shuffle<i64>(a, b, 1, 3));
}

/** Adds the sums over all samples of values times rows, two rows at a time; values are those of halves of panels, the first ones first. */
// @ts-expect-error: decorator
@inline
function addMoments(panels: usize, stride: usize, first: usize, bytes: usize, values: usize, out: usize): void {
  const end = first + bytes;
  while (first < end) {
    let a0 = f64x2.splat(0), a1 = f64x2.splat(0), a2 = f64x2.splat(0), a3 = f64x2.splat(0);
    let b0 = f64x2.splat(0), b1 = f64x2.splat(0), b2 = f64x2.splat(0), b3 = f64x2.splat(0);
    let value = values;
    for (let half = first; half < first + ROW; half += 16) {
      const last = value + panels * HALF;
      let row = half;
      while (value < last) {
        const x = v128.load(row), y = v128.load(row, ROW);
        const v0 = v128.load(value);
        a0 = madd<f64>(v0, x, a0);
        b0 = madd<f64>(v0, y, b0);
        const v1 = v128.load(value, 16);
        a1 = madd<f64>(v1, x, a1);
        b1 = madd<f64>(v1, y, b1);
        const v2 = v128.load(value, 32);
        a2 = madd<f64>(v2, x, a2);
        b2 = madd<f64>(v2, y, b2);
        const v3 = v128.load(value, 48);
        a3 = madd<f64>(v3, x, a3);
        b3 = madd<f64>(v3, y, b3);
        row += stride;
        value += HALF;
      }
    }
    v128.store(out, f64x2.add(v128.load(out), totals(a0, a1)));
    v128.store(out, f64x2.add(v128.load(out, 16), totals(a2, a3)), 16);
    v128.store(out, f64x2.add(v128.load(out, 32), totals(b0, b1)), 32);
    v128.store(out, f64x2.add(v128.load(out, 48), totals(b2, b3)), 48);
    first += 2 * ROW;
    out += 2 * ROW;
  }
}

/** A number of a run, in bytes of rows. */
// @ts-expect-error: decorator
@inline
function offset(run: usize, field: usize): usize {
  return ROW * <usize>load<f64>(run + 8 * field);
}

/**
 * Adds a batch of panels to the moments of every tile. The table has an even number of rows in each run; the host leaves 256 bytes a
 * panel of scratch.
 */
export function addHermiteGram(
  panels: usize, stride: usize, x: usize, weights: usize, runs: usize, runCount: usize, tiles: usize, coefficients: usize, moments: usize,
  scratch: usize,
): void {
  const end = runs + runCount * RUN;
  const weighted = scratch + panels * VALUES;
  for (let tile: usize = 0; tile < tiles; tile++) {
    memory.fill(scratch, 0, panels * VALUES);
    for (let run = runs; run < end; run += RUN) {
      const multiplier = x + offset(run, 0), first = x + offset(run, 1), bytes = offset(run, 2);
      addValues(panels, stride, multiplier, first, bytes, coefficients, scratch);
      coefficients += bytes;
    }
    multiply(panels, ROW, weights, scratch, scratch, scratch + HALF, VALUES);
    for (let run = runs; run < end; run += RUN) {
      const multiplier = x + offset(run, 0), first = x + offset(run, 1), bytes = offset(run, 2);
      multiply(panels, stride, multiplier, scratch, weighted, weighted + panels * HALF, HALF);
      addMoments(panels, stride, first, bytes, weighted, moments);
      moments += bytes;
    }
  }
}

import type { Floats } from "./matrix.ts";

/** The largest entry in size. */
export function largestEntry(data: Floats): number {
  let largest = 0;
  for (let i = 0; i < data.length; i++) largest = Math.max(largest, Math.abs(data[i]!));
  return largest;
}

/** The power of two at or below a size, 1 for zero: dividing by it is exact and brings the size into [1, 2). */
export function powerOfTwo(size: number): number {
  return size === 0 ? 1 : 2 ** Math.min(Math.floor(Math.log2(size)), 1023);
}

/** Divides values by a scale, in place. */
export function divideBy(values: Float64Array, scale: number): void {
  if (scale !== 1) for (let i = 0; i < values.length; i++) values[i]! /= scale;
}

/** Writes `data` divided by `scale` into `out`, which is as long. */
export function copyDivided(data: Floats, scale: number, out: Float64Array): void {
  out.set(data);
  divideBy(out, scale);
}

/** A copy of `data` in double precision, divided by `scale`. */
export function dividedBy(data: Floats, scale: number): Float64Array {
  const out = new Float64Array(data.length);
  copyDivided(data, scale, out);
  return out;
}

/** Multiplies values by a scale, in place. */
export function timesScale(values: Float64Array, scale: number): Float64Array {
  if (scale !== 1) for (let i = 0; i < values.length; i++) values[i]! *= scale;
  return values;
}

const TINY = 2 ** -250;

/**
 * Sets to zero, in place, what is below 2^-250 of `size`, the largest entry: far below rounding of the norm, and squares of what is
 * left, and products of two, do not underflow.
 */
export function dropTiny(values: Float64Array, size: number): Float64Array {
  const least = TINY * size;
  for (let i = 0; i < values.length; i++) if (Math.abs(values[i]!) < least) values[i] = 0;
  return values;
}

const MODERATE = 1e100;

/** A power of two that brings a size into [1, 2); 1 unless squares of the size are extreme. */
export function moderatingPower(size: number): number {
  return size > MODERATE || size < 1 / MODERATE ? powerOfTwo(size) : 1;
}

/** A power of two to divide a matrix by before squares of its entries are formed; 1 unless its entries are extreme. */
export function moderatingScale(data: Floats): number {
  return moderatingPower(largestEntry(data));
}

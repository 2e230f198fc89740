import type { Floats } from "../matrix.ts";

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

/** A copy of `data` in double precision, divided by `scale`. */
export function dividedBy(data: Floats, scale: number): Float64Array {
  const out = Float64Array.from(data);
  if (scale !== 1) for (let i = 0; i < out.length; i++) out[i]! /= scale;
  return out;
}

const MODERATE = 1e100;

/** A power of two to divide a matrix by before squares of its entries are formed; 1 unless its entries are extreme. */
export function moderatingScale(data: Floats): number {
  const largest = largestEntry(data);
  return largest > MODERATE || largest < 1 / MODERATE ? powerOfTwo(largest) : 1;
}

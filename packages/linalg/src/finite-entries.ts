import type { Floats } from "./matrix.ts";

// The sum of an array is NaN or infinite if one of its entries is, and otherwise only if it overflows. Four sums, so that additions
// need not wait for each other; the last four entries may be added twice. One function for each kind of array: the engine compiles
// each for that kind alone.
type Sum<D extends Floats> = (data: D) => number;

const sum64: Sum<Float64Array> = (data) => {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  const last = data.length - 4;
  for (let i = 0; i < data.length; i += 4) {
    const at = Math.min(i, last);
    a += data[at]!;
    b += data[at + 1]!;
    c += data[at + 2]!;
    d += data[at + 3]!;
  }
  return a + b + c + d;
};

const sum32: Sum<Float32Array> = (data) => {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  const last = data.length - 4;
  for (let i = 0; i < data.length; i += 4) {
    const at = Math.min(i, last);
    a += data[at]!;
    b += data[at + 1]!;
    c += data[at + 2]!;
    d += data[at + 3]!;
  }
  return a + b + c + d;
};

/** Whether every entry is a finite number. */
export function hasFiniteEntries(data: Floats): boolean {
  if (data.length >= 4 && Number.isFinite(data instanceof Float64Array ? sum64(data) : sum32(data)))
    return true;
  return data.every((value) => Number.isFinite(value));
}

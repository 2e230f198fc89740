import type { Stream } from "@onsager/random";
import type { Observation } from "../models.ts";
import { normals } from "./normals.ts";
import { type Precision, storage } from "./storage.ts";
import { fillSymmetric } from "./symmetric-array.ts";

/** 1 2 ... n. */
export function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}

/** The number of increasing multi-indices: n (n - 1) ... (n - order + 1)/order!, exact while it is a whole number below 2^53. */
function choose(n: number, order: number): number {
  let count = 1;
  for (let k = 0; k < order; k++) count = (count * (n - k)) / (k + 1);
  return Math.max(0, count);
}

/** Zeros for an observation of n^order entries. */
export function emptySymmetric(call: string, n: number, order: number, precision: Precision): Observation {
  const shape = Array.from({ length: order }, () => n);
  const data = storage(call, shape, precision);
  return order === 2 ? { rows: n, cols: n, data } : { shape, data };
}

/**
 * Fills an observation of x of a given order: Y = sqrt(variance) Z + sqrt((p-1)!)/N^{(p-1)/2} x_{i1} ... x_{ip} where i1 < ... < ip,
 * the next normals in lexicographic order of these, and by symmetry elsewhere.
 */
export function observeSymmetric(
  { data }: Observation,
  order: number,
  variance: number,
  x: Float64Array,
  random: Stream,
): void {
  const n = x.length;
  const noise = Math.sqrt(variance);
  const signal = Math.sqrt(factorial(order - 1)) / n ** ((order - 1) / 2);
  const next = normals(random, choose(n, order), data instanceof Float32Array ? "f32" : "f64");
  fillSymmetric(n, order, data, (prefix, tail) => {
    const factor = prefix.reduce((product, i) => product * x[i]!, signal);
    const first = n - tail.length;
    for (let l = 0; l < tail.length; l++) tail[l] = noise * next() + factor * x[first + l]!;
  });
}

import type { Stream } from "@onsager/random";
import type { Observation } from "../models.ts";
import { normals } from "./normals.ts";
import { type Precision, storage } from "./storage.ts";

/** Zeros for an observation of factors of the given sizes. */
export function emptyObservation(call: string, sizes: readonly number[], precision: Precision): Observation {
  const data = storage(call, sizes, precision);
  return sizes.length === 2 ? { rows: sizes[0]!, cols: sizes[1]!, data } : { shape: sizes, data };
}

/**
 * Fills an observation Y = sqrt(variance) Z + signal w_1 (x) ... (x) w_p of p factors; Z is the next normals in the order of the entries,
 * the last index fastest.
 */
export function observeFactors(
  { data }: Observation,
  factors: readonly Float64Array[],
  variance: number,
  signal: number,
  random: Stream,
): void {
  const noise = Math.sqrt(variance);
  const next = normals(random, data.length, data instanceof Float32Array ? "f32" : "f64");
  let at = 0;
  function visit(slot: number, weight: number): void {
    const w = factors[slot]!;
    if (slot === factors.length - 1) for (const value of w) data[at++] = noise * next() + weight * value;
    else for (const value of w) visit(slot + 1, weight * value);
  }
  visit(0, signal);
}

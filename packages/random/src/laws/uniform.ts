import type { Block, Law } from "../law.ts";

/** `(k + 1/2) 2^-52` with k the upper 52 bits of the 64-bit integer `(high, low)`: exact, in (0, 1), symmetric about 1/2. */
export function openUnit(low: number, high: number): number {
  return (high * 2 ** 20 + (low >>> 12) + 0.5) * 2 ** -52;
}

function decode(block: Block, values: Float64Array): void {
  const words = block();
  values[0] = openUnit(words[0]!, words[1]!);
  values[1] = openUnit(words[2]!, words[3]!);
}

/**
 * The uniform law on (0, 1), on the grid `(k + 1/2) 2^-52`: mean 1/2, variance 1/12, never 0 and never 1.
 *
 * Layout: words (0, 1) and (2, 3) of a block give one value each, the lower word first.
 */
export const uniform: Law = { name: "uniform", id: 1, lanes: 2, mean: 1 / 2, variance: 1 / 12, decode };

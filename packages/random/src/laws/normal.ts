import { cosQuarter, log, sinQuarter } from "../elementary.ts";
import type { Block, Law } from "../law.ts";
import { openUnit } from "./uniform.ts";

/** Writes the two normals that four random words give; `gamma` reads the first. */
export function boxMuller(words: Uint32Array, values: Float64Array): void {
  const radius = Math.sqrt(-2 * log(openUnit(words[0]!, words[1]!)));
  const angle = openUnit(words[2]!, words[3]!) - 0.5;
  const signed = words[2]! & 2 ? -radius : radius;
  const swap = words[2]! & 1;
  values[swap] = signed * cosQuarter(angle);
  values[1 - swap] = signed * sinQuarter(angle);
}

/**
 * The standard normal law N(0, 1) in float64, by Box and Muller's transform: |value| < 8.6.
 *
 * Layout: words (0, 1) give the radius `sqrt(-2 log u)`; words (2, 3) the angle `pi a / 2`, a in (-1/2, 1/2); of the bits of
 * word 2 that the angle leaves unread, bit 0 swaps cosine and sine and bit 1 changes the sign of both. Sine, cosine and
 * logarithm are polynomials of the package's own, with no fused operation, so that the bits are the same everywhere.
 *
 * @see G. Box, M. Muller, A note on the generation of random normal deviates (1958).
 */
export const normal: Law = {
  name: "normal",
  id: 2,
  lanes: 2,
  mean: 0,
  variance: 1,
  decode: (block: Block, values: Float64Array): void => boxMuller(block(), values),
};

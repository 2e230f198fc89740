import type { Block, Law } from "../law.ts";

function decode(block: Block, values: Float64Array): void {
  const words = block();
  for (let lane = 0; lane < 128; lane++) values[lane] = 1 - 2 * ((words[lane >>> 5]! >>> (lane & 31)) & 1);
}

/**
 * The Rademacher law: +1 or -1 with probability 1/2 each; mean 0, variance 1.
 *
 * Layout: bit `lane mod 32` of word `floor(lane / 32)`; a set bit is -1.
 */
export const rademacher: Law = { name: "rademacher", id: 5, lanes: 128, mean: 0, variance: 1, decode };

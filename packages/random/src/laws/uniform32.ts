import type { Block, Law } from "../law.ts";

function decode(block: Block, values: Float64Array): void {
  const words = block();
  for (let lane = 0; lane < 4; lane++) values[lane] = ((words[lane]! >>> 9) + 0.5) * 2 ** -23;
}

/**
 * The uniform law on (0, 1) in float32, on the grid `(k + 1/2) 2^-23`: every value is exact in single precision.
 *
 * Layout: the upper 23 bits of each word of a block give one value.
 */
export const uniform32: Law = { name: "uniform32", id: 3, lanes: 4, mean: 1 / 2, variance: 1 / 12, decode };

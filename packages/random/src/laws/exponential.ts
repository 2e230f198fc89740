import { log } from "../elementary.ts";
import type { Block, Law } from "../law.ts";
import { uniform } from "./uniform.ts";

function decode(block: Block, values: Float64Array): void {
  uniform.decode(block, values);
  for (let lane = 0; lane < 2; lane++) values[lane] = -log(values[lane]!);
}

/**
 * The exponential law of rate 1, density `e^-x` on x > 0: mean 1, variance 1. Multiply by the mean wanted.
 *
 * Layout: `-log u` of the two values that the block would give the uniform law.
 */
export const exponential: Law = { name: "exponential", id: 6, lanes: 2, mean: 1, variance: 1, decode };

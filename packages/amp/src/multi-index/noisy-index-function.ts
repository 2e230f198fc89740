import { trapezoid } from "@onsager/hermite";
import { requireFunction, requireInteger, requireOptions, requirePositive } from "../argument-checks.ts";
import type { MultiIndexChannel } from "./multi-index-channel.ts";
import { addLower, lowerRoot } from "./small-matrix.ts";

/** A function of several projections seen through noise. */
export interface NoisyIndexFunctionDefinition {
  /** In kebab case. */
  readonly name: string;
  /** p, 1 to 3. */
  readonly rank: number;
  /** f(z_1, ..., z_p). */
  apply(z: Float64Array): number;
  /** Variance of the noise on the label. */
  readonly variance: number;
  /** Nodes of the quadrature in each direction, over 6 standard deviations on either side; default 41. */
  readonly nodes?: number;
}

/**
 * y = f(z) + noise for any f of up to three projections, by a grid over z; for a noise that is not much smaller than what f changes
 * by from node to node.
 *
 * @param definition - `name`, `rank`, `apply`, `variance`, `nodes`
 * @throws TypeError or RangeError for a part that is not as described
 */
export function noisyIndexFunction(definition: NoisyIndexFunctionDefinition): MultiIndexChannel {
  const call = "noisyIndexFunction";
  requireOptions(call, definition);
  const { name, rank, apply, variance, nodes = 41 } = definition;
  requireInteger(call, "rank", rank, 1, 3);
  requireInteger(call, "nodes", nodes, 3, 1001);
  requireFunction(call, "apply", apply);
  requirePositive(call, "variance", variance);
  const grid = gridOf(rank, nodes);
  const count = grid.length / (rank + 1);
  const z = new Float64Array(rank);
  return {
    name,
    rank,
    posteriorMean(y, omega, V, out) {
      const L = lowerRoot(V, rank);
      const logs = new Float64Array(count);
      const points = new Float64Array(count * rank);
      let top = -Infinity;
      for (let g = 0; g < count; g++) {
        z.set(omega);
        addLower(L, grid, g * (rank + 1), z);
        points.set(z, g * rank);
        logs[g] = grid[g * (rank + 1) + rank]! - (y - apply(z)) ** 2 / (2 * variance);
        top = Math.max(top, logs[g]!);
      }
      let mass = 0;
      out.fill(0);
      for (let g = 0; g < count; g++) {
        const weight = Math.exp(logs[g]! - top);
        mass += weight;
        for (let k = 0; k < rank; k++) out[k]! += weight * points[g * rank + k]!;
      }
      for (let k = 0; k < rank; k++) out[k]! /= mass;
    },
    sample: (projections, random) => apply(projections) + Math.sqrt(variance) * random.normal(),
  };
}

/** All p-tuples of nodes, each followed by the logarithm of its weight. */
function gridOf(rank: number, count: number): Float64Array {
  const { nodes, weights } = trapezoid(count, { bound: 6 });
  const out = new Float64Array(count ** rank * (rank + 1));
  for (let g = 0; g < count ** rank; g++) {
    let rest = g;
    for (let k = 0; k < rank; k++) {
      const at = rest % count;
      rest = Math.floor(rest / count);
      out[g * (rank + 1) + k] = nodes[at]!;
      out[g * (rank + 1) + rank]! += Math.log(weights[at]!);
    }
  }
  return out;
}

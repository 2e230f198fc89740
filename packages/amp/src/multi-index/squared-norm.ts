import { requireInteger, requireOptions, requirePositive } from "../argument-checks.ts";
import type { MultiIndexChannel } from "./multi-index-channel.ts";
import { noisyIndexFunction } from "./noisy-index-function.ts";
import { identity } from "./small-matrix.ts";

/** Options of `squaredNorm`. */
export interface SquaredNormOptions {
  /** p, 1 to 3. */
  readonly rank: number;
  /** Variance of the noise on labels that the posterior mean assumes; default 0.01. */
  readonly variance?: number;
}

/**
 * y = |z|^2 in p projections. Without noise E[z z^T | y] = (y/p) I, and y is chi-square with p degrees of freedom.
 *
 * @param options - `rank` p; `variance` (default 0.01)
 * @throws RangeError or TypeError for an option that is not as described
 */
export function squaredNorm(options: SquaredNormOptions): MultiIndexChannel {
  requireOptions("squaredNorm", options);
  const { rank, variance = 0.01 } = options;
  requireInteger("squaredNorm", "rank", rank, 1, 3);
  requirePositive("squaredNorm", "variance", variance);
  const apply = (z: Float64Array): number => z.reduce((sum, value) => sum + value * value, 0);
  const identityTimes = (factor: number): Float64Array => identity(rank).map((value) => factor * value);
  return {
    ...noisyIndexFunction({ name: "squared-norm", rank, apply, variance }),
    labels(visit) {
      // y = exp(s), whose density is proportional to exp(p s/2 - y/2).
      const nodes = Array.from({ length: 3501 }, (_, i) => -100 + 0.03 * i);
      const weights = nodes.map((s) => Math.exp((rank * s - Math.exp(s)) / 2));
      const mass = weights.reduce((sum, weight) => sum + weight, 0);
      nodes.forEach((s, i) => {
        visit(weights[i]! / mass, identityTimes(Math.exp(s) / rank - 1));
      });
    },
  };
}

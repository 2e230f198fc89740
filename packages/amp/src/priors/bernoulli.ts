import { requireOptions, requirePositive } from "../argument-checks.ts";
import { atom } from "../parts/gaussian-part.ts";
import { mixture } from "../parts/mixture.ts";
import type { Prior } from "../prior.ts";
import { requireSparsity } from "./require-sparsity.ts";

/** Options of `bernoulli`. */
export interface BernoulliOptions {
  /** The fraction of coordinates that are not zero, in (0, 1]. */
  readonly rho: number;
  /** s > 0, the value of those; default 1. */
  readonly scale?: number;
}

/**
 * P = (1 - rho) delta_0 + rho delta_s. eta = s sigmoid(log(rho/(1 - rho)) + s B - A s^2/2).
 *
 * @param options - `rho` in (0, 1]; `scale` s, positive and finite, default 1: the second moment is rho s^2
 * @throws RangeError or TypeError when an option is not as described
 */
export function bernoulli(options: BernoulliOptions): Prior {
  requireOptions("bernoulli", options);
  const { rho, scale = 1 } = options;
  requireSparsity("bernoulli", rho);
  requirePositive("bernoulli", "scale", scale);
  return mixture({
    name: "bernoulli",
    components: [
      { weight: 1 - rho, part: atom(0) },
      { weight: rho, part: atom(scale) },
    ],
    parameters: { rho, scale },
  });
}

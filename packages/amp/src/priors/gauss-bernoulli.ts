import { requireOptions, requirePositive } from "../argument-checks.ts";
import { atom, gaussianPart } from "../parts/gaussian-part.ts";
import { mixture } from "../parts/mixture.ts";
import type { Prior } from "../prior.ts";
import { requireSparsity } from "./require-sparsity.ts";

/** Options of `gaussBernoulli`. */
export interface GaussBernoulliOptions {
  /** The fraction of coordinates that are not zero, in (0, 1]. */
  readonly rho: number;
  /** v > 0, the variance of those; default 1. */
  readonly variance?: number;
}

/**
 * P = (1 - rho) delta_0 + rho N(0, v). eta = p v B/(1 + vA), p = sigmoid(log(rho/(1 - rho)) - log(1 + vA)/2 + v B^2/(2(1 + vA))).
 *
 * @param options - `rho` in (0, 1]; `variance` v, positive and finite, default 1: the second moment is rho v
 * @throws RangeError or TypeError when an option is not as described
 */
export function gaussBernoulli(options: GaussBernoulliOptions): Prior {
  requireOptions("gaussBernoulli", options);
  requireSparsity("gaussBernoulli", options.rho);
  const { rho, variance = 1 } = options;
  requirePositive("gaussBernoulli", "variance", variance);
  return mixture({
    name: "gauss-bernoulli",
    components: [
      { weight: 1 - rho, part: atom(0) },
      { weight: rho, part: gaussianPart({ mean: 0, variance }) },
    ],
    parameters: { rho, variance },
    symmetric: true,
  });
}

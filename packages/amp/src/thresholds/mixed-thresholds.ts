import { requireInteger, requireOptions, requirePositive } from "../argument-checks.ts";
import { findRoot } from "../find-root.ts";

/** The tensor of a mixed 2+p model. */
export interface MixedThresholdsOptions {
  /** p, at least 3; default 3. */
  readonly order?: number;
  /** D_p of the tensor. */
  readonly variance: number;
}

/** The largest variances D_2 of the matrix at which an algorithm recovers from a random start. */
export interface MixedThresholds {
  /** Bayes-AMP, whatever the tensor. */
  readonly bayes: number;
  /** Spherical maximum-likelihood AMP. */
  readonly maximumLikelihood: number;
  /** Gradient flow on the sphere. */
  readonly gradientFlow: number;
  /** Langevin dynamics at unit temperature, that of the posterior. */
  readonly langevin: number;
}

/**
 * Thresholds of the mixed 2+p model with standard Gaussian or spherical prior, in the variance of the matrix:
 *
 *     Bayes-AMP D_2 < 1;  maximum-likelihood AMP D_2^2 (1/D_2 + 1/D_p) < 1;  gradient flow D_2^2 (1/D_2 + (p - 1)/D_p) < 1;
 *     Langevin D_2^2 (p - 1)(1 - D_2)^{p - 3} < D_p, from D_2 = 0 up to where it first fails.
 *
 * @param options - `order` p of the tensor, default 3, and its `variance`
 * @throws RangeError for an order below 3 or a variance that is not positive
 * @see S. Sarao Mannelli et al., Marvels and Pitfalls of the Langevin Algorithm in Noisy High-dimensional Inference (2018) and
 *   Who is Afraid of Big Bad Minima? (2019)
 */
export function mixedThresholds(options: MixedThresholdsOptions): MixedThresholds {
  requireOptions("mixedThresholds", options);
  const { order = 3, variance } = options;
  requireInteger("mixedThresholds", "order", order, 3, 64);
  requirePositive("mixedThresholds", "variance", variance);
  return {
    bayes: 1,
    maximumLikelihood: positiveRoot(1 / variance),
    gradientFlow: positiveRoot((order - 1) / variance),
    langevin: langevinThreshold(order, variance),
  };
}

/** The D > 0 at which D^2 (1/D + b) = 1. */
function positiveRoot(b: number): number {
  return 2 / (1 + Math.sqrt(1 + 4 * b));
}

/** D^2 (p - 1)(1 - D)^{p - 3} rises up to D = 2/(p - 1). */
function langevinThreshold(order: number, variance: number): number {
  const load = (D: number): number => D * D * (order - 1) * (1 - D) ** (order - 3);
  const top = Math.min(2 / (order - 1), 1);
  return load(top) > variance ? findRoot((D) => load(D) - variance, 0, top) : 1;
}

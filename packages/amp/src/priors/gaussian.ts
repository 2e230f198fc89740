import { requireFinite, requireOptions, requirePositive } from "../argument-checks.ts";
import { requireDenoiseAll } from "../parts/denoise-all.ts";
import { gaussianPart } from "../parts/gaussian-part.ts";
import { mixture } from "../parts/mixture.ts";
import { requirePrecision } from "../parts/require-precision.ts";
import type { Prior } from "../prior.ts";

/** Options of `gaussian`. */
export interface GaussianOptions {
  /** mu; default 0. */
  readonly mean?: number;
  /** v > 0; default 1. */
  readonly variance?: number;
}

/**
 * P = N(mu, v). eta = (mu + v B)/(1 + v A); m(A) = mu^2 + v^2 A/(1 + v A); psi(A) = (rho A - log(1 + v A))/2.
 *
 * @param options - `mean` mu, finite, default 0; `variance` v, positive and finite, default 1
 * @throws RangeError or TypeError when an option is not as described
 */
export function gaussian(options: GaussianOptions = {}): Prior {
  requireOptions("gaussian", options);
  const { mean = 0, variance = 1 } = options;
  requireFinite("gaussian", "mean", mean);
  requirePositive("gaussian", "variance", variance);
  const part = gaussianPart({ mean, variance });
  return {
    ...mixture({ name: "gaussian", components: [{ weight: 1, part }] }),
    parameters: { mean, variance },
    denoiseAll(A, B, means, variances) {
      requireDenoiseAll(A, B, means, variances);
      const slope = 1 / (1 / variance + A);
      const offset = mean / (1 + variance * A);
      for (let i = 0; i < B.length; i++) means[i] = offset + slope * B[i]!;
      variances.fill(slope);
    },
    overlap(A) {
      requirePrecision("overlap", A);
      return mean * mean + (variance * variance * A) / (1 + variance * A);
    },
    expectedLogPartition(A) {
      requirePrecision("expectedLogPartition", A);
      return (part.secondMoment * A - Math.log1p(variance * A)) / 2;
    },
  };
}

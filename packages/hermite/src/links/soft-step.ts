import { requireFinite, requireOptions, requirePositive } from "../argument-checks.ts";
import { errorFunction } from "../error-function.ts";
import { layer } from "../layer.ts";
import type { Link } from "../link.ts";
import { normalDensity } from "../normal-density.ts";

/** Options of `softStep`. */
export interface SoftStepOptions {
  /** Where the step is; default 0. */
  readonly threshold?: number;
  /** Standard deviation of the Gaussian that smears it; default 1. */
  readonly width?: number;
}

/**
 * g(z) = Phi((z - t)/w), the probit step: the mean of a noisy threshold unit. With tau = t/sqrt(1 + w^2):
 * c_0 = Phi(-tau), c_k = phi(tau) h_{k-1}(tau) (1 + w^2)^{-k/2}/sqrt(k). Exponents 1 and 1.
 *
 * @throws RangeError or TypeError when `threshold` is not finite or `width` not positive
 */
export function softStep(options: SoftStepOptions = {}): Link {
  requireOptions("softStep", options);
  const { threshold = 0, width = 1 } = options;
  requireFinite("softStep", "threshold", threshold);
  requirePositive("softStep", "width", width);
  return {
    name: "soft-step",
    apply: (z) => 0.5 + 0.5 * errorFunction(((z - threshold) / width) * Math.SQRT1_2),
    derivative: (z) => normalDensity((z - threshold) / width) / width,
    kinks: layer(threshold, width),
    informationExponent: 1,
    generativeExponent: 1,
  };
}

import { reject, requireOptions, requirePositive } from "../argument-checks.ts";
import { divide, multiply, reciprocal, scale } from "../complex.ts";
import { massAt, withMass } from "../convolution/atoms.ts";
import { covarianceSubordination, covarianceValue } from "../convolution/covariance-map.ts";
import { momentsOfFreeCumulants } from "../convolution/free-cumulants.ts";
import { momentTransform } from "../convolution/moment-transform.ts";
import { requireBounded } from "../convolution/require-bounded.ts";
import { subordinatedLaw } from "../convolution/subordinated-law.ts";
import type { SpectralLaw } from "../spectral-law.ts";

/** Options of `weightedCovariance`. */
export interface WeightedCovarianceOptions {
  /** r = d/n > 0: the dimension d over the number n of samples, 1/delta where delta = n/d. */
  readonly ratio: number;
  /** The law of the weights t, of either sign; bounded. */
  readonly weights: SpectralLaw;
}

/**
 * The bulk of the d x d matrix (1/n) sum_i t_i x_i x_i^T with x_i ~ N(0, I_d) and weights t_i that are independent of x_i, r = d/n. With
 * s = 1/(r G) the equation is z = r s + E[t s/(s - t)], that is R(g) = E[t/(1 - r t g)]. The bulk is the same for the weights of
 * Lu and Li, Mondelli and Montanari, which depend on a few directions of x_i: these move outliers only.
 *
 * @param options - `ratio` r = d/n > 0; `weights` the law of t
 * @throws RangeError if the ratio is not positive and finite, or the weights are unbounded; TypeError if they are no law or all 0
 *
 * @example
 * weightedCovariance({ ratio: 0.5, weights: discreteLaw({ points: [-1, 1] }) }).support; // +-1.6650953384
 *
 * @see Y. Lu, G. Li, Phase transitions of spectral initialization for high-dimensional nonconvex estimation (2020); M. Mondelli,
 *   A. Montanari, Fundamental limits of weak recovery with applications to phase retrieval (2018).
 */
export function weightedCovariance(options: WeightedCovarianceOptions): SpectralLaw {
  requireOptions("weightedCovariance", options);
  const { ratio, weights } = options;
  requirePositive("weightedCovariance", "ratio", ratio);
  requireBounded("weightedCovariance", "weights", weights);
  if (massAt(weights, 0) === 1) reject("weightedCovariance", "weights", "have mass beside 0", weights);
  const factors = { linear: ratio, coupling: 1 };
  const zeros = 1 - (1 - massAt(weights, 0)) / ratio;
  const { moment } = weights;
  return subordinatedLaw({
    name: "weighted-covariance",
    atoms: withMass([{ at: 0, mass: zeros }]),
    ...covarianceSubordination(weights, factors),
    transform: (_, s) => {
      const rate = multiply(multiply(s, s), covarianceValue(weights, factors, s).slope);
      return { value: scale(1 / ratio, reciprocal(s)), slope: divide({ re: -1 / ratio, im: 0 }, rate) };
    },
    rTransform: (g) => {
      const s = reciprocal(scale(ratio, g));
      return multiply(s, momentTransform(weights, s).value);
    },
    ...(moment && { moment: (k) => momentOf(moment, ratio, k) }),
  });
}

/** The free cumulants are r^{k-1} E[t^k]. */
function momentOf(moment: (k: number) => number, ratio: number, k: number): number {
  const cumulants = Float64Array.from({ length: k }, (_, i) => ratio ** i * moment(i + 1));
  return momentsOfFreeCumulants(cumulants)[k - 1]!;
}

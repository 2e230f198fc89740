import { reject, requireOptions } from "../argument-checks.ts";
import { type Complex, divide, modulus, multiply, reciprocal, scale } from "../complex.ts";
import { massAt, withMass } from "../convolution/atoms.ts";
import { covarianceSubordination, covarianceValue } from "../convolution/covariance-map.ts";
import { momentsOfFreeCumulants } from "../convolution/free-cumulants.ts";
import { unitOf } from "../convolution/gaps.ts";
import { type MomentTransform, momentTransformOf } from "../convolution/moment-transform.ts";
import { requireBounded } from "../convolution/require-bounded.ts";
import { subordinatedLaw } from "../convolution/subordinated-law.ts";
import { requireRatio } from "../require-parameters.ts";
import type { Interval, SpectralLaw } from "../spectral-law.ts";

/** Below this t u is nothing beside 1, and stands for 0. */
const leastShift = 1e-20;

/** Options of `weightedCovariance`. */
export interface WeightedCovarianceOptions {
  /** r = d/n, from 1e-16 to 1e16: the dimension d over the number n of samples, 1/delta where delta = n/d. */
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
 * @throws RangeError if the ratio is out of range, or the weights are unbounded; TypeError if they are no law or all 0
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
  requireRatio("weightedCovariance", "ratio", ratio);
  requireBounded("weightedCovariance", "weights", weights);
  if (massAt(weights, 0) === 1) reject("weightedCovariance", "weights", "have mass beside 0", weights);
  const factors = { linear: ratio, coupling: 1 };
  const zeros = 1 - (1 - massAt(weights, 0)) / ratio;
  const transform = momentTransformOf(weights);
  const { moment } = weights;
  return subordinatedLaw({
    name: "weighted-covariance",
    atoms: withMass([{ at: 0, mass: zeros }]),
    ...outsideOf(weights),
    ...covarianceSubordination(weights, factors),
    transform: (_, s) => {
      const rate = multiply(multiply(s, s), covarianceValue(transform, factors, s).slope);
      return { value: scale(1 / ratio, reciprocal(s)), slope: divide({ re: -1 / ratio, im: 0 }, rate) };
    },
    rTransform: (g) => meanWeight(transform, atLeast(leastShift / unitOf(weights), scale(ratio, g))),
    ...(moment && { moment: (k) => momentOf(moment, ratio, k) }),
  });
}

/** E[t/(1 - t u)] = s T(s) at s = 1/u. */
function meanWeight(transform: MomentTransform, u: Complex): Complex {
  const s = reciprocal(u);
  return multiply(s, transform(s).value);
}

/** u, or a real number of that size where u is smaller. */
function atLeast(size: number, u: Complex): Complex {
  return modulus(u) > size ? u : { re: size, im: 0 };
}

/** What weights of one sign leave out. */
function outsideOf(weights: SpectralLaw): { readonly outside?: Interval } {
  const points = [...weights.support.flat(), ...weights.atoms.map(({ at }) => at)];
  if (points.every((t) => t >= 0)) return { outside: [-Infinity, 0] };
  return points.every((t) => t <= 0) ? { outside: [0, Infinity] } : {};
}

/** The free cumulants are r^{k-1} E[t^k]. */
function momentOf(moment: (k: number) => number, ratio: number, k: number): number {
  const cumulants = Float64Array.from({ length: k }, (_, i) => ratio ** i * moment(i + 1));
  return momentsOfFreeCumulants(cumulants)[k - 1]!;
}

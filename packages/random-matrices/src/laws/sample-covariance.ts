import { reject, requireOptions } from "../argument-checks.ts";
import { divide, scale, shift, subtract } from "../complex.ts";
import { massAt, withMass } from "../convolution/atoms.ts";
import { covarianceSubordination, covarianceValue } from "../convolution/covariance-map.ts";
import { momentsOfFreeCumulants } from "../convolution/free-cumulants.ts";
import { momentTransformOf } from "../convolution/moment-transform.ts";
import { requireBounded } from "../convolution/require-bounded.ts";
import { subordinatedLaw } from "../convolution/subordinated-law.ts";
import { requireRatio } from "../require-parameters.ts";
import type { SpectralLaw } from "../spectral-law.ts";

/** Options of `sampleCovariance`. */
export interface SampleCovarianceOptions {
  /** c = p/n, from 1e-16 to 1e16: the dimension p over the number n of samples. */
  readonly ratio: number;
  /** H, the law of the eigenvalues of the population covariance; on a bounded part of [0, infinity), not all at 0. */
  readonly population: SpectralLaw;
}

/**
 * The law of the p x p sample covariance X^T X/n of n samples with population covariance of spectrum H, c = p/n. With T(w) =
 * E_H[t/(w - t)] Silverstein's equation is z = w (1 + c T(w)), and z G(z) = w G_H(w): an eigenvalue w of the population, were it alone,
 * would show at z. A single point as H gives the law of Marchenko and Pastur; S(t) = S_H(t)/(1 + c t). Its mass at 0 is max(H{0}, 1 - 1/c).
 *
 * @param options - `ratio` c = p/n > 0; `population` H
 * @throws RangeError if the ratio is out of range, or the population has no bounded support in [0, infinity); TypeError if it
 *   is no law or all 0
 *
 * @example
 * sampleCovariance({ ratio: 0.1, population: discreteLaw({ points: [1, 3, 10] }) }).support.length; // 3
 *
 * @see J. Silverstein, S. Choi, Analysis of the limiting spectral distribution of large dimensional random matrices (1995).
 */
export function sampleCovariance(options: SampleCovarianceOptions): SpectralLaw {
  requireOptions("sampleCovariance", options);
  const { ratio, population } = options;
  requireRatio("sampleCovariance", "ratio", ratio);
  requireBounded("sampleCovariance", "population", population, 0);
  const factors = { linear: 1, coupling: ratio };
  const zeros = Math.max(massAt(population, 0), 1 - 1 / ratio);
  if (zeros === 1) reject("sampleCovariance", "population", "have mass beside 0", population);
  const transform = momentTransformOf(population);
  const { moment, sTransform } = population;
  return subordinatedLaw({
    name: "sample-covariance",
    atoms: withMass([{ at: 0, mass: zeros }]),
    outside: [-Infinity, 0],
    ...covarianceSubordination(population, factors),
    transform: (z, w) => {
      const T = transform(w);
      const value = divide(shift(T.value, 1), z);
      const rate = divide(T.slope, covarianceValue(transform, factors, w).slope);
      return { value, slope: divide(subtract(rate, value), z) };
    },
    ...(moment && { moment: (k) => momentOf(moment, ratio, k) }),
    ...(sTransform && { sTransform: (t) => divide(sTransform(t), shift(scale(ratio, t), 1)) }),
  });
}

/** The n x n matrix X X^T/n, with the same eigenvalues but for zeros, has the free cumulants c E_H[t^k]. */
function momentOf(moment: (k: number) => number, ratio: number, k: number): number {
  const cumulants = Float64Array.from({ length: k }, (_, i) => ratio * moment(i + 1));
  return momentsOfFreeCumulants(cumulants)[k - 1]! / ratio;
}

import { reject, requireOptions, requirePositive } from "../argument-checks.ts";
import { covarianceValue } from "../convolution/covariance-map.ts";
import { requireBounded } from "../convolution/require-bounded.ts";
import { findRoot } from "../find-root.ts";
import { discreteLaw } from "../laws/discrete-law.ts";
import type { Outlier } from "../outlier.ts";
import type { SpectralLaw } from "../spectral-law.ts";

/** Options of `covarianceOutlier`. */
export interface CovarianceOutlierOptions {
  /** l > 0: the population eigenvalue of the planted direction, outside of the range of `population`. */
  readonly spike: number;
  /** gamma = d/n > 0. */
  readonly ratio: number;
  /** H, the law of the population eigenvalues of the other directions, bounded and nowhere negative; default all 1. */
  readonly population?: SpectralLaw;
}

/** How near to the range of H a threshold is looked for. */
const NEAR = 1e-9;

/** The root of psi' above H. */
function thresholdAbove(top: number, ratio: number, slope: (l: number) => number): number {
  const near = top * (1 + NEAR);
  return slope(near) >= 0 ? top : findRoot(slope, near, top * (1 + 2 * Math.sqrt(ratio)));
}

/** The root of psi' between 0 and H; 0 where there is none, as psi' at 0 is 1 - gamma. */
function thresholdBelow(bottom: number, ratio: number, slope: (l: number) => number): number {
  if (ratio >= 1) return 0;
  const near = bottom * (1 - NEAR);
  return slope(near) >= 0 ? bottom : findRoot(slope, bottom * NEAR * (1 - ratio), near);
}

/**
 * The outlier of a sample covariance X^T X/n, n x d, whose samples have a population covariance with one eigenvalue l apart from the
 * spectrum H of the others. With psi(l) = l (1 + gamma E[t/(l - t)]), t from H, the outlier is at psi(l) where psi'(l) > 0, and its
 * eigenvector has the squared overlap l psi'(l)/psi(l) with the planted one. If all of H is at 1 that is, for |l - 1| > sqrt(gamma),
 * the eigenvalue l (1 + gamma/(l - 1)) and the squared overlap (1 - gamma/(l - 1)^2)/(1 + gamma/(l - 1)).
 *
 * @param options - `spike` l > 0, `ratio` gamma > 0, `population` H (default all 1)
 * @returns `threshold` where psi' = 0 on the side of H where l is: 1 + sqrt(gamma) above and 1 - sqrt(gamma) below if H is at 1, and 0
 *   below if gamma >= 1, as small spikes then never leave the bulk
 * @throws RangeError if spike or ratio is not positive and finite, l in the range of H, or H unbounded; TypeError for options of a wrong
 *   kind
 *
 * @example
 * covarianceOutlier({ spike: 3, ratio: 0.5 }); // { threshold: 1.707, eigenvalue: 3.75, squaredOverlap: 0.7 }
 *
 * @see Z. Bai, J. Yao, On sample eigenvalues in a generalized spiked population model (2012); D. Paul, Asymptotics of sample
 *   eigenstructure for a large dimensional spiked covariance model (2007).
 */
export function covarianceOutlier(options: CovarianceOutlierOptions): Outlier {
  requireOptions("covarianceOutlier", options);
  const { spike, ratio, population = discreteLaw({ points: [1] }) } = options;
  requirePositive("covarianceOutlier", "spike", spike);
  requirePositive("covarianceOutlier", "ratio", ratio);
  requireBounded("covarianceOutlier", "population", population, 0);
  const [bottom, top] = [population.quantile(0), population.quantile(1)];
  if (spike >= bottom && spike <= top)
    reject("covarianceOutlier", "spike", `be outside of the population's range ${bottom} to ${top}`, spike);
  const psi = (l: number) => covarianceValue(population, { linear: 1, coupling: ratio }, { re: l, im: 0 });
  const slope = (l: number): number => psi(l).slope.re;
  const threshold = spike > top ? thresholdAbove(top, ratio, slope) : thresholdBelow(bottom, ratio, slope);
  if (!(slope(spike) > 0)) return { threshold, eigenvalue: undefined, squaredOverlap: 0 };
  const eigenvalue = psi(spike).value.re;
  return { threshold, eigenvalue, squaredOverlap: (spike * slope(spike)) / eigenvalue };
}

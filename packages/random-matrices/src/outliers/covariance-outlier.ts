import { reject, rejectKind, requireOptions, requirePositive } from "../argument-checks.ts";
import { massAt } from "../convolution/atoms.ts";
import { covarianceValue } from "../convolution/covariance-map.ts";
import { farthest, gapsOf } from "../convolution/gaps.ts";
import { type MomentTransform, momentTransformOf } from "../convolution/moment-transform.ts";
import { requireBounded } from "../convolution/require-bounded.ts";
import { discreteLaw } from "../laws/discrete-law.ts";
import type { Outlier } from "../outlier.ts";
import type { Interval, SpectralLaw } from "../spectral-law.ts";
import { contractionWindow } from "./contraction-window.ts";

/** Options of `covarianceOutlier`. */
export interface CovarianceOutlierOptions {
  /** l > 0: the population eigenvalue of the planted direction, none of those of `population`. */
  readonly spike: number;
  /** gamma = d/n > 0. */
  readonly ratio: number;
  /** H, the law of the population eigenvalues of the other directions, bounded and nowhere negative; default all 1. */
  readonly population?: SpectralLaw;
}

/** The spikes of a gap of H that leave the bulk; undefined where there are none. */
function leaving(
  H: SpectralLaw,
  transform: MomentTransform,
  gap: Interval,
  ratio: number,
): Interval | undefined {
  const window = contractionWindow(H, transform, gap, 1 / ratio);
  if (window === undefined) return undefined;
  const end = (v: number, whole: number): number => (Math.abs(v) === farthest ? whole : window.at(v));
  if (gap[0] === -Infinity) return [-Infinity, Math.max(0, end(window.from, gap[1]))];
  return [end(window.from, gap[0]), end(window.to, gap[1])];
}

/** The end nearest to the spike of those that leave from its gap, the first of the gaps, or else from the next. */
function thresholdOf(spike: number, windows: readonly (Interval | undefined)[]): number {
  const [from, to] = windows.find((window) => window !== undefined)!;
  return Math.abs(spike - from) < Math.abs(to - spike) ? from : to;
}

/**
 * The outlier of a sample covariance X^T X/n, n x d, whose samples have a population covariance with one eigenvalue l apart from the
 * spectrum H of the others. With psi(l) = l (1 + gamma E[t/(l - t)]), t from H, the outlier is at psi(l) where psi'(l) > 0, and its
 * eigenvector has the squared overlap l psi'(l)/psi(l) with the planted one. If all of H is at 1 that is, for |l - 1| > sqrt(gamma),
 * the eigenvalue l (1 + gamma/(l - 1)) and the squared overlap (1 - gamma/(l - 1)^2)/(1 + gamma/(l - 1)).
 *
 * @param options - `spike` l > 0, `ratio` gamma > 0, `population` H (default all 1)
 * @returns `threshold` where psi' = 0 on the side of H where l is: 1 + sqrt(gamma) above and 1 - sqrt(gamma) below if H is at 1, and 0
 *   below if gamma >= 1, as small spikes then never leave the bulk. Between parts of H it is the nearer end of the spikes that leave; where
 *   no spike between those two parts does, the next one above
 * @throws RangeError if spike or ratio is not positive and finite, l in the support or at an atom of H, or H unbounded; TypeError for
 *   options of a wrong kind, or H all at 0
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
  if (massAt(population, 0) === 1)
    rejectKind("covarianceOutlier", "population", "have mass beside 0", population);
  const gaps = gapsOf(population, 0);
  const own = gaps.findIndex(([lower, upper]) => spike > lower && spike < upper);
  if (own < 0)
    reject("covarianceOutlier", "spike", "be outside of the population's support and atoms", spike);
  const transform = momentTransformOf(population);
  const windows = gaps.slice(own).map((gap) => leaving(population, transform, gap, ratio));
  const threshold = thresholdOf(spike, windows);
  const psi = covarianceValue(transform, { linear: 1, coupling: ratio }, { re: spike, im: 0 });
  if (!(psi.slope.re > 0)) return { threshold, eigenvalue: undefined, squaredOverlap: 0 };
  const eigenvalue = psi.value.re;
  return { threshold, eigenvalue, squaredOverlap: (spike * psi.slope.re) / eigenvalue };
}

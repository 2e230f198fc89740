import { requireOptions, requirePositive } from "../argument-checks.ts";
import { requireBounded } from "../convolution/require-bounded.ts";
import type { SpectralLaw } from "../spectral-law.ts";
import { huge, limitAtEdge, outerGap, solveBeyond } from "./beyond-edge.ts";
import type { RectangularOutlier } from "./rectangular-outlier.ts";

/** Options of `outlierOfRectangularSpike`. */
export interface RectangularSpikeOptions {
  /** theta > 0: the singular value of the spike. */
  readonly spike: number;
  /** c > 0: rows of the matrix over its columns. */
  readonly ratio: number;
}

/**
 * The outlying singular value of X + theta u v^T, |u| = |v| = 1, where X X^T has the law mu, X has c times as many rows as columns, and u
 * and v are independent of it. With G of mu, H(y) = c G(y) + (1 - c)/y of X^T X, and D(y) = y G(y) H(y), which is the D-transform at
 * sqrt y, the outlier y of X X^T above mu solves D(y) = 1/theta^2 (others, in gaps of mu, are not looked for); the squared overlaps are -G(y)/(theta^2 D'(y)) with u and
 * -H(y)/(theta^2 D'(y)) with v.
 *
 * @param law - mu, on a bounded part of [0, infinity): of the squared singular values of X, as many as rows
 * @param options - `spike` theta > 0; `ratio` c > 0, rows over columns
 * @returns `threshold` 1/sqrt(D(b+)), b the upper end of mu, in the unit of theta
 * @throws RangeError if an option is not positive and finite, or mu is not bounded or has negative points; TypeError if the law is none
 *
 * @example
 * outlierOfRectangularSpike(marchenkoPastur({ ratio: 0.5 }), { spike: 2, ratio: 0.5 }).singularValue; // sqrt((4 + 1) (4 + 0.5))/2
 *
 * @see F. Benaych-Georges, R. Nadakuditi, The singular values and vectors of low rank perturbations of large rectangular random
 *   matrices (2012), theorems 2.8 and 2.9.
 */
export function outlierOfRectangularSpike(
  law: SpectralLaw,
  options: RectangularSpikeOptions,
): RectangularOutlier {
  requireBounded("outlierOfRectangularSpike", "law", law, 0);
  requireOptions("outlierOfRectangularSpike", options);
  const { spike, ratio } = options;
  requirePositive("outlierOfRectangularSpike", "spike", spike);
  requirePositive("outlierOfRectangularSpike", "ratio", ratio);
  const beyond = outerGap(law, "above");
  const D = (y: number): number => transforms(law, ratio, y).D;
  const threshold = 1 / Math.sqrt(limitAtEdge(D, beyond));
  if (spike <= threshold) {
    const hidden = { threshold, eigenvalue: undefined, squaredOverlap: 0 };
    return { singularValue: undefined, left: hidden, right: hidden };
  }
  if (spike > Math.sqrt(huge * beyond.unit)) {
    const only = { threshold, eigenvalue: spike * spike, squaredOverlap: 1 };
    return { singularValue: spike, left: only, right: only };
  }
  const eigenvalue = solveBeyond(D, beyond, 1 / (spike * spike));
  const { G, H, slope } = transforms(law, ratio, eigenvalue);
  const outlier = (transform: number) => ({
    threshold,
    eigenvalue,
    squaredOverlap: -transform / (spike * spike * slope),
  });
  return { singularValue: Math.sqrt(eigenvalue), left: outlier(G), right: outlier(H) };
}

/** G, H, D = y G H and D' at a real y outside of the law. */
function transforms(law: SpectralLaw, ratio: number, y: number) {
  const z = { re: y, im: 0 };
  const [G, slopeG] = [law.stieltjes(z).re, law.stieltjesDerivative(z).re];
  const [H, slopeH] = [ratio * G + (1 - ratio) / y, ratio * slopeG - (1 - ratio) / (y * y)];
  return { G, H, D: y * G * H, slope: G * H + y * (slopeG * H + G * slopeH) };
}

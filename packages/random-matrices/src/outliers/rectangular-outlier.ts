import { requireOptions, requirePositive } from "../argument-checks.ts";
import type { Outlier } from "../outlier.ts";

/** Options of `rectangularOutlier`. */
export interface RectangularOutlierOptions {
  /** D > 0, the variance of the noise. */
  readonly variance: number;
  /** b > 0: columns over N1. */
  readonly ratio: number;
  /** a > 0: rows over N1; default 1. */
  readonly rowRatio?: number;
  /** s > 0; default 1, that of `spikedRectangular` with coordinates of unit variance. */
  readonly spike?: number;
}

/** The outlying singular value of a rectangular matrix, and what its two vectors know of the spike. */
export interface RectangularOutlier {
  /** Of Y/sqrt(N1); undefined up to the threshold. */
  readonly singularValue: number | undefined;
  /** Of Y Y^T/N1: the left singular vector and x. */
  readonly left: Outlier;
  /** Of Y^T Y/N1: the right singular vector and y. */
  readonly right: Outlier;
}

/**
 * The outlier of the a N1 x b N1 matrix Y = sqrt(D) Z + s x y^T/sqrt(N1), |x|^2 = a N1, |y|^2 = b N1. With D' = D/s^2 it exists for
 * D' < sqrt(ab); then the top singular value of Y/sqrt(N1) is s sqrt((a + D')(b + D')), above the bulk edge sqrt(D)(sqrt(a) + sqrt(b)),
 * and the squared overlaps are (ab - D'^2)/(a (b + D')) with x and (ab - D'^2)/(b (a + D')) with y.
 *
 * `spikedRectangular` has a = 1 and b its ratio, s being the root of the product of the second moments of u and v. A multi-modal tensor
 * contracted with a unit vector of cosine c with u has a = alpha_3, b = alpha_4 and s = c.
 *
 * @param options - `variance` D, `ratio` b, `rowRatio` a (default 1), `spike` s (default 1), all > 0
 * @returns `threshold` sqrt(D/sqrt(ab)), in the unit of s
 * @throws RangeError if one of them is not positive and finite; TypeError without options
 *
 * @example
 * rectangularOutlier({ variance: 0.5, ratio: 1 }).singularValue; // 1.5
 *
 * @see F. Benaych-Georges, R. Nadakuditi, The singular values and vectors of low rank perturbations of large rectangular random
 *   matrices (2012), section 3.1.
 */
export function rectangularOutlier(options: RectangularOutlierOptions): RectangularOutlier {
  requireOptions("rectangularOutlier", options);
  const { variance, ratio: b, rowRatio: a = 1, spike = 1 } = options;
  requirePositive("rectangularOutlier", "variance", variance);
  requirePositive("rectangularOutlier", "ratio", b);
  requirePositive("rectangularOutlier", "rowRatio", a);
  requirePositive("rectangularOutlier", "spike", spike);
  const D = variance / (spike * spike);
  const threshold = Math.sqrt(variance / Math.sqrt(a * b));
  if (spike <= threshold) {
    const hidden = { threshold, eigenvalue: undefined, squaredOverlap: 0 };
    return { singularValue: undefined, left: hidden, right: hidden };
  }
  const eigenvalue = spike * spike * (a + D) * (b + D);
  const gap = a * b - D * D;
  return {
    singularValue: Math.sqrt(eigenvalue),
    left: { threshold, eigenvalue, squaredOverlap: gap / (a * (b + D)) },
    right: { threshold, eigenvalue, squaredOverlap: gap / (b * (a + D)) },
  };
}

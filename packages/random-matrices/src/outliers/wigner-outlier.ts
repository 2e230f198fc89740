import { requireOptions, requirePositive } from "../argument-checks.ts";
import type { Outlier } from "../outlier.ts";

/** Options of `wignerOutlier`. */
export interface WignerOutlierOptions {
  /** D > 0, the variance of the noise: of Z in W = sqrt(D) Z/sqrt(N), of semicircle radius 2 sqrt(D). */
  readonly variance: number;
  /** theta > 0; default 1, that of `spikedWigner` with coordinates of unit variance. */
  readonly spike?: number;
}

/**
 * The outlier of a Wigner matrix W with a spike, W + theta v v^T, |v| = 1: for theta > sqrt(D) the top eigenvalue is theta + D/theta,
 * and its eigenvector has the squared overlap 1 - D/theta^2 with v. `spikedWigner` is such a matrix after division by sqrt(N), theta
 * being the second moment of x.
 *
 * @param options - `variance` D > 0, `spike` theta > 0 (default 1)
 * @returns `threshold` sqrt(D), in the unit of theta
 * @throws RangeError if variance or spike is not positive and finite; TypeError without options
 *
 * @example
 * wignerOutlier({ variance: 0.5 }); // { threshold: 0.707, eigenvalue: 1.5, squaredOverlap: 0.5 }
 *
 * @see F. Benaych-Georges, R. Nadakuditi, The eigenvalues and eigenvectors of finite, low rank perturbations of large random matrices
 *   (2011), section 3.1.
 */
export function wignerOutlier(options: WignerOutlierOptions): Outlier {
  requireOptions("wignerOutlier", options);
  const { variance, spike = 1 } = options;
  requirePositive("wignerOutlier", "variance", variance);
  requirePositive("wignerOutlier", "spike", spike);
  const threshold = Math.sqrt(variance);
  if (spike <= threshold) return { threshold, eigenvalue: undefined, squaredOverlap: 0 };
  return {
    threshold,
    eigenvalue: spike + variance / spike,
    squaredOverlap: 1 - variance / (spike * spike),
  };
}

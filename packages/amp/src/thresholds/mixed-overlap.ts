import { requirePositive } from "../argument-checks.ts";

/** Noise variances of a mixed 2+3 model. */
export interface MixedOverlapOptions {
  /** D_2. */
  readonly matrixVariance: number;
  /** D_3. */
  readonly tensorVariance: number;
}

/**
 * The largest fixed point of Bayes-AMP in the mixed 2+3 model with standard Gaussian prior,
 *
 *     m = [1 - r + sqrt((1 - r)^2 + 4 D_3 (1/D_2 - 1))]/2,  r = D_3/D_2;
 *
 * reached from a random start if D_2 < 1. For D_2 > 1 it ends at the spinodal (1 - r)^2 = 4 D_3 (1 - 1/D_2).
 *
 * @param options - `matrixVariance` D_2 and `tensorVariance` D_3
 * @returns m, or 0 where there is no fixed point but zero
 * @throws RangeError if a variance is not positive
 */
export function mixedOverlap(options: MixedOverlapOptions): number {
  const { matrixVariance, tensorVariance } = options;
  requirePositive("mixedOverlap", "matrixVariance", matrixVariance);
  requirePositive("mixedOverlap", "tensorVariance", tensorVariance);
  const half = (1 - tensorVariance / matrixVariance) / 2;
  const discriminant = half * half + tensorVariance * (1 / matrixVariance - 1);
  return discriminant < 0 ? 0 : Math.max(half + Math.sqrt(discriminant), 0);
}

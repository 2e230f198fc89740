import { requireOptions } from "../argument-checks.ts";
import { requireRatio, requireVariance } from "../require-parameters.ts";
import {
  type FactorOptions,
  type SharedFactorEnsemble,
  sharedFactorEnsemble,
} from "../sampling/shared-factor-ensemble.ts";

/** Options of `spikedRectangular`. */
export interface SpikedRectangularOptions extends FactorOptions {
  /** alpha = N2/N1 > 0. */
  readonly ratio: number;
  /** D > 0. */
  readonly variance: number;
}

/**
 * The spiked rectangular model Y_ij = sqrt(D) Z_ij + u_i v_j/sqrt(N1), N1 x N2 with N2 = alpha N1, factors "u" and "v". For coordinates
 * of unit variance the spike can be recovered for D < sqrt(alpha); `rectangularOutlier` has the top singular value of Y/sqrt(N1).
 *
 * Draws u, v, then Z row after row; the dimension of a sample is N1.
 *
 * @param options - `ratio` alpha and `variance` D > 0; `priors` of u and v (default standard normal), `rescale` (default true),
 *   `precision` (default "f64")
 * @throws RangeError if ratio or variance is out of range; TypeError for options of a wrong kind
 *
 * @see F. Benaych-Georges, R. Nadakuditi, The singular values and vectors of low rank perturbations of large rectangular random
 *   matrices (2012).
 */
export function spikedRectangular(options: SpikedRectangularOptions): SharedFactorEnsemble {
  requireOptions("spikedRectangular", options);
  const { ratio, variance } = options;
  requireRatio("spikedRectangular", "ratio", ratio);
  requireVariance("spikedRectangular", "variance", variance);
  const model = { ...options, ratios: { u: 1, v: ratio }, channels: [{ factors: ["u", "v"], variance }] };
  return sharedFactorEnsemble("spiked-rectangular", "spikedRectangular", model);
}

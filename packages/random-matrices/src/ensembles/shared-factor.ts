import {
  type SharedFactorEnsemble,
  type SharedFactorOptions,
  sharedFactorEnsemble,
} from "../sampling/shared-factor-ensemble.ts";

/**
 * The general shared-factor model: factors w_a of N_a = alpha_a N_1 coordinates, and channels that observe some of them,
 * Y_c = sqrt(D_c) Z + N_1^{-(p-1)/2} (x)_{a in factors} w_a, p = 2 or 3 different factors. It contains `spikedRectangular` and
 * `multiModal`, and such models as several matrices that share a factor.
 *
 * Draws the factors in the order of `ratios`, then the noise of the channels in theirs, the last index fastest; the dimension of a
 * sample is N_1. The spectrum is that of M^T M/N_1 for the first channel M, a tensor being contracted with (1, ..., 1)/sqrt(N_c) on its
 * third slot before: a Marchenko-Pastur law.
 *
 * @param options - `ratios`, `channels`; `priors` (default standard normal), `rescale` (default true), `precision` (default "f64")
 * @throws RangeError if a ratio or variance is not positive and finite; TypeError for factors that do not exist or coincide
 *
 * @example
 * // Two matrices that share u, each too noisy alone.
 * const star = sharedFactor({
 *   ratios: { u: 1, v: 1, w: 1 },
 *   channels: [{ factors: ["u", "v"], variance: 1.05 }, { factors: ["u", "w"], variance: 1.05 }],
 * });
 * star.sample(1600, stream(1)).truth?.u; // 1600 coordinates, |u|^2 = 1600
 */
export function sharedFactor(options: SharedFactorOptions): SharedFactorEnsemble {
  return sharedFactorEnsemble("shared-factor", "sharedFactor", options);
}

import { requireOptions, requirePositive } from "../argument-checks.ts";
import { type AmpResult, resultOf } from "../engines/amp-result.ts";
import type { AmpState } from "../engines/amp-state.ts";
import { meanProduct } from "../engines/vectors.ts";
import type { SharedFactorModel } from "../models.ts";
import type { Stream } from "../random.ts";
import { type RunOptions, runSteps } from "../run-steps.ts";
import { type SphereOptions, sphereSteps } from "./sphere-steps.ts";

/** Options of `jointGradientDescent`. */
export interface JointGradientDescentOptions extends SphereOptions {
  /** Step length; default 0.15. Beyond about 1/sum of 1/D over the channels of a factor, steps overshoot. */
  readonly learningRate?: number;
}

/**
 * Gradient descent on the joint empirical risk sum_c |Y_c - N_1^{-(p-1)/2} (x) w_a|^2/(2 D_c), every factor on its sphere
 * |w_a|^2 = N_a: w <- w + rate (g - w <g w>), put back on the sphere. States are those of AMP; variances are 0.
 *
 * @param model - sizes, channels and, for diagnostics, the truth
 * @param options - `learningRate`, `start`, `maximumIterations` (default 500), `tolerance`, `backend`
 * @param random - the start, from `split("start").split(name)`
 * @throws TypeError or RangeError for a model or an option that is not as described
 * @see Tabanelli, Mergny, Zdeborova, Krzakala, Computational Thresholds in Multi-Modal Learning (arXiv 2506.02664)
 */
export function jointGradientDescentSteps(
  model: SharedFactorModel,
  options: JointGradientDescentOptions,
  random: Stream,
): Generator<AmpState, void> {
  requireOptions("jointGradientDescent", options);
  const { learningRate = 0.15 } = options;
  requirePositive("jointGradientDescent", "learningRate", learningRate);
  const step = (w: Float64Array, g: Float64Array): Float64Array => {
    const along = meanProduct(g, w);
    return w.map((value, i) => value + learningRate * (g[i]! - along * value));
  };
  return sphereSteps("jointGradientDescent", model, options, step, random);
}

/**
 * `jointGradientDescentSteps`, run to its end.
 *
 * @param model - sizes, channels and, for diagnostics, the truth
 * @param options - those of `jointGradientDescentSteps`, `signal`, `onStep`
 * @param random - the start
 * @throws TypeError or RangeError as `jointGradientDescentSteps`; the reason of `signal`
 */
export function jointGradientDescent(
  model: SharedFactorModel,
  options: JointGradientDescentOptions & RunOptions<AmpState>,
  random: Stream,
): AmpResult {
  return resultOf(runSteps(jointGradientDescentSteps(model, options, random), options), options);
}

import { type AmpResult, resultOf } from "../engines/amp-result.ts";
import type { AmpState } from "../engines/amp-state.ts";
import type { SharedFactorModel } from "../models.ts";
import type { Stream } from "../random.ts";
import { type RunOptions, runSteps } from "../run-steps.ts";
import { type SphereOptions, sphereSteps } from "./sphere-steps.ts";

/**
 * Power iteration of a spiked tensor, or of several channels that share factors: w_a <- g_a on its sphere, all at once, without
 * Onsager term. States are those of AMP; variances are 0.
 *
 * @param model - sizes, channels and, for diagnostics, the truth
 * @param options - `start`, `maximumIterations` (default 500), `tolerance`, `backend`
 * @param random - the start, from `split("start").split(name)`
 * @throws TypeError or RangeError for a model or an option that is not as described
 * @see Richard and Montanari, A statistical model for tensor PCA (2014)
 */
export function powerIterationSteps(
  model: SharedFactorModel,
  options: SphereOptions,
  random: Stream,
): Generator<AmpState, void> {
  return sphereSteps("powerIteration", model, options, (_, gradient) => gradient, random);
}

/**
 * `powerIterationSteps`, run to its end.
 *
 * @param model - sizes, channels and, for diagnostics, the truth
 * @param options - those of `powerIterationSteps`, `signal`, `onStep`
 * @param random - the start
 * @throws TypeError or RangeError as `powerIterationSteps`; the reason of `signal`
 */
export function powerIteration(
  model: SharedFactorModel,
  options: SphereOptions & RunOptions<AmpState>,
  random: Stream,
): AmpResult {
  return resultOf(runSteps(powerIterationSteps(model, options, random), options), options);
}

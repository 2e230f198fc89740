import type { SharedFactorModel } from "../models.ts";
import type { Stream } from "../random.ts";
import { type RunOptions, runSteps } from "../run-steps.ts";
import { type AmpResult, resultOf } from "./amp-result.ts";
import type { AmpState } from "./amp-state.ts";
import { type SharedFactorAmpOptions, sharedFactorAmpSteps } from "./shared-factor-amp-steps.ts";

/**
 * Approximate message passing for factors that share matrices and 3-tensors: rectangular and multi-modal models, and any other.
 *
 * @param model - sizes, channels and, for diagnostics, the truth
 * @param options - those of `sharedFactorAmpSteps`; `signal` ends the run between sweeps, `onStep` is shown every state
 * @param random - the start
 * @returns the last state with `status` and `convergence`; not to converge is a result
 * @throws TypeError or RangeError as `sharedFactorAmpSteps`; the reason of `signal`
 */
export function sharedFactorAmp(
  model: SharedFactorModel,
  options: SharedFactorAmpOptions & RunOptions<AmpState>,
  random: Stream,
): AmpResult {
  return resultOf(runSteps(sharedFactorAmpSteps(model, options, random), options), options);
}

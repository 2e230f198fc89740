import type { Matrix } from "@onsager/linalg";
import { type ResultOf, resultOf } from "../engines/amp-result.ts";
import { type RunOptions, runSteps } from "../run-steps.ts";
import {
  type MultiIndexAmpOptions,
  type MultiIndexAmpState,
  multiIndexAmpSteps,
} from "./multi-index-amp-steps.ts";

/** The last state of a run. */
export type MultiIndexAmpResult = ResultOf<MultiIndexAmpState>;

/**
 * AMP for a label that depends on a few projections: `multiIndexAmpSteps`, run to its end.
 *
 * @param F - alpha N x N, entries of variance 1/N
 * @param y - alpha N labels
 * @param options - those of `multiIndexAmpSteps`, `signal`, `onStep`
 * @returns the last state; not to converge is a result
 * @throws TypeError or RangeError as `multiIndexAmpSteps`; the reason of `signal`
 */
export function multiIndexAmp(
  F: Matrix,
  y: Float64Array,
  options: MultiIndexAmpOptions & RunOptions<MultiIndexAmpState>,
): MultiIndexAmpResult {
  return resultOf(runSteps(multiIndexAmpSteps(F, y, options), options), options);
}

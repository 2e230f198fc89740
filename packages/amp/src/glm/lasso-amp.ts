import { type ResultOf, resultOf } from "../engines/amp-result.ts";
import { type RunOptions, runSteps } from "../run-steps.ts";
import type { Design } from "./design-operator.ts";
import { type LassoAmpOptions, type LassoAmpState, lassoAmpSteps } from "./lasso-amp-steps.ts";

/** The last state of a run of LASSO AMP. */
export type LassoAmpResult = ResultOf<LassoAmpState>;

/**
 * AMP for the LASSO: `lassoAmpSteps`, run to its end.
 *
 * @param A - n x N, entries of variance 1/n: a matrix, f64 or f32, or its products
 * @param y - n observations
 * @param options - those of `lassoAmpSteps`, `signal`, `onStep`
 * @returns the last state, its estimate called x; not to converge is a result
 * @throws TypeError or RangeError as `lassoAmpSteps`; the reason of `signal`
 */
export function lassoAmp(
  A: Design,
  y: Float64Array,
  options: LassoAmpOptions & RunOptions<LassoAmpState>,
): LassoAmpResult {
  return resultOf(runSteps(lassoAmpSteps(A, y, options), options), options);
}

import { type AmpResult, resultOf } from "../engines/amp-result.ts";
import type { AmpState } from "../engines/amp-state.ts";
import { type RunOptions, runSteps } from "../run-steps.ts";
import type { Design } from "./design-operator.ts";
import { type GampOptions, gampSteps } from "./gamp-steps.ts";

/**
 * Generalised approximate message passing: `gampSteps`, run to its end.
 *
 * @param F - alpha N x N, entries of variance 1/N: a matrix, f64 or f32, or its products
 * @param y - alpha N labels
 * @param options - those of `gampSteps`, `signal`, `onStep`
 * @returns the last state, its estimate called w; not to converge is a result
 * @throws TypeError or RangeError as `gampSteps`; the reason of `signal`
 */
export function gamp(F: Design, y: Float64Array, options: GampOptions & RunOptions<AmpState>): AmpResult {
  return resultOf(runSteps(gampSteps(F, y, options), options), options);
}

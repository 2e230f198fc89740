import type { Matrix } from "@onsager/linalg";
import { type AmpResult, resultOf } from "../engines/amp-result.ts";
import type { AmpState } from "../engines/amp-state.ts";
import { type RunOptions, runSteps } from "../run-steps.ts";
import { type VampOptions, vampSteps } from "./vamp-steps.ts";

/**
 * Vector approximate message passing: `vampSteps`, run to its end.
 *
 * @param A - M x N, right-rotationally invariant
 * @param y - M observations
 * @param options - those of `vampSteps`, `signal`, `onStep`
 * @returns the last state, its estimate called x; not to converge is a result
 * @throws TypeError or RangeError as `vampSteps`; the reason of `signal`
 */
export function vamp(A: Matrix, y: Float64Array, options: VampOptions & RunOptions<AmpState>): AmpResult {
  return resultOf(runSteps(vampSteps(A, y, options), options), options);
}

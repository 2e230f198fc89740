import type { Matrix } from "@onsager/linalg";
import type { Convergence } from "../convergence.ts";
import { type RunOptions, runSteps } from "../run-steps.ts";
import type { Status } from "../status.ts";
import {
  type MultiIndexAmpOptions,
  type MultiIndexAmpState,
  multiIndexAmpSteps,
} from "./multi-index-amp-steps.ts";

/** The last state of a run. */
export interface MultiIndexAmpResult extends MultiIndexAmpState {
  readonly status: Status;
  /** `iterations` = sweeps, `residual` = the last state's. */
  readonly convergence: Convergence;
}

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
  const { status = "iterationLimit", ...state } = runSteps(multiIndexAmpSteps(F, y, options), options);
  const { tolerance = 1e-10 } = options;
  const { residual, iteration } = state;
  const convergence = { converged: residual <= tolerance, iterations: iteration, residual, tolerance };
  return { ...state, status, convergence };
}

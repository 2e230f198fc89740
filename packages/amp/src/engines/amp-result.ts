import type { Convergence } from "../convergence.ts";
import type { Status } from "../status.ts";
import type { AmpOptions, AmpState } from "./amp-state.ts";

/** The last state of a run. */
export interface AmpResult extends AmpState {
  readonly status: Status;
  /** `iterations` = sweeps, `residual` = the last state's. */
  readonly convergence: Convergence;
}

/** A run's last state as its result. */
export function resultOf(state: AmpState, { tolerance = 1e-12 }: AmpOptions): AmpResult {
  const { iteration, residual, status = "iterationLimit" } = state;
  const convergence = { converged: residual <= tolerance, iterations: iteration, residual, tolerance };
  return { ...state, status, convergence };
}

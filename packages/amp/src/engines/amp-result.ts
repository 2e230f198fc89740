import type { Convergence } from "../convergence.ts";
import { convergenceOf } from "../convergence-of.ts";
import type { Status } from "../status.ts";
import { toleranceOf } from "./amp-settings.ts";
import type { AmpOptions, AmpState } from "./amp-state.ts";

/** The last state of a run of AMP as its result. */
export type ResultOf<State> = Omit<State, "status"> & {
  /** How it ended. */
  readonly status: Status;
  /** `iterations` = sweeps, `residual` = the last state's. */
  readonly convergence: Convergence;
};

/** The last state of a run. */
export type AmpResult = ResultOf<AmpState>;

interface Ended {
  readonly iteration: number;
  readonly residual: number;
  readonly status: Status | undefined;
}

/** A run's last state as its result. */
export function resultOf<State extends Ended>(state: State, options: AmpOptions): ResultOf<State> {
  const { status = "iterationLimit" } = state;
  return { ...state, status, convergence: convergenceOf(state, toleranceOf(options)) };
}

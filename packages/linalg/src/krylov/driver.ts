import { rejectKind, requireOptions } from "../argument-checks.ts";
import type { Convergence } from "../convergence.ts";
import { DEFAULT_TOLERANCE, type DriverOptions, type KrylovOptions } from "./options.ts";

/** Requires options whose signal, if there is one, can end a run. */
export function requireSignal(call: string, options: DriverOptions): void {
  requireOptions(call, options);
  const { signal } = options;
  if (signal === undefined || typeof signal?.throwIfAborted === "function") return;
  rejectKind(call, "signal", "be an AbortSignal", signal);
}

/** Runs a generator of states to its end, unless the signal ends it, and returns the last state. */
export function runSteps<State>(steps: Iterable<State>, signal: AbortSignal | undefined): State {
  let last: State | undefined;
  signal?.throwIfAborted();
  for (const state of steps) {
    last = state;
    signal?.throwIfAborted();
  }
  // Every Krylov generator yields at least once before it ends.
  return last as State;
}

/** The convergence record of a last state. */
export function convergenceOf(
  state: { readonly passes: number; readonly residuals: Float64Array; readonly converged: boolean },
  { tolerance = DEFAULT_TOLERANCE }: KrylovOptions,
): Convergence {
  const residual = state.residuals.reduce((most, value) => Math.max(most, value), 0);
  return { converged: state.converged, iterations: state.passes, residual, tolerance };
}

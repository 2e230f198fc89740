import { rejectKind, requireFunction } from "./argument-checks.ts";

/** Options of every driver of a generator of states. */
export interface RunOptions<State> {
  /** Ends the run between steps, by throwing its reason. */
  readonly signal?: AbortSignal;
  /** Is shown every state: progress, live plots. */
  readonly onStep?: (state: State) => void;
}

/** Requires a signal and a listener where they are given. */
export function requireRunOptions({ signal, onStep }: RunOptions<never>): void {
  if (signal !== undefined && typeof signal?.throwIfAborted !== "function")
    rejectKind("run", "signal", "be an AbortSignal", signal);
  if (onStep !== undefined) requireFunction("run", "onStep", onStep);
}

/** Runs a generator of states, which gives at least one, to its end, and returns the last. */
export function runSteps<State>(steps: Iterable<State>, options: RunOptions<State>): State {
  // Options that are none are for the generator to refuse.
  const { signal, onStep } = options ?? {};
  requireRunOptions(options ?? {});
  let last: State | undefined;
  signal?.throwIfAborted();
  for (const state of steps) {
    last = state;
    onStep?.(state);
    signal?.throwIfAborted();
  }
  return last as State;
}

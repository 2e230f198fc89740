/** Options of every driver of a generator of states. */
export interface RunOptions<State> {
  /** Ends the run between steps, by throwing its reason. */
  readonly signal?: AbortSignal;
  /** Is shown every state: progress, live plots. */
  readonly onStep?: (state: State) => void;
}

/** Runs a generator of states, which gives at least one, to its end, and returns the last. */
export function runSteps<State>(steps: Iterable<State>, options: RunOptions<State>): State {
  // Options that are none are for the generator to refuse.
  const { signal, onStep } = options ?? {};
  let last: State | undefined;
  signal?.throwIfAborted();
  for (const state of steps) {
    last = state;
    onStep?.(state);
    signal?.throwIfAborted();
  }
  return last as State;
}

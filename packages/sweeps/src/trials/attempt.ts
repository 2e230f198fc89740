import type { Task } from "../tasks/task.ts";
import type { Outcome, Trial } from "./load-trial.ts";
import { type TrialError, trialError } from "./trial-error.ts";

/** How a try went. */
export interface Attempt {
  /** The result, of a try that went well. */
  readonly outcome?: Outcome;
  /** What was thrown otherwise. */
  readonly failure?: TrialError;
}

/** Tries a task once. */
export function attempt(trial: Trial, task: Task): Attempt {
  try {
    return { outcome: trial.run(task) };
  } catch (thrown) {
    return { failure: trialError(thrown) };
  }
}

import type { Ledger } from "../store/ledger.ts";
import type { Plan } from "../tasks/plan.ts";
import type { Row } from "../trials/row.ts";

/** What happened to a trial. */
export interface TrialEvent {
  /**
   * `started`; `finished` with a result that is recorded; `retried` after an error, to be run again; `failed` with the last error;
   * `abandoned` in flight, because the run was interrupted or another process had the result first.
   */
  readonly kind: "started" | "finished" | "failed" | "retried" | "abandoned";
  /** Key of the task. */
  readonly key: string;
  /** Who ran it: a worker of this process, or the segment of another process. */
  readonly worker?: string;
  /** Time of a finished trial by the clock. */
  readonly seconds?: number;
  /** Result of a finished trial; without its arrays if another process ran it. */
  readonly row?: Row;
  /** Why it failed. */
  readonly error?: string;
}

/** How far a run is. */
export interface ProgressEvent {
  /** What this event is. */
  readonly kind: "progress";
  /** Trials with a result, those of earlier sessions and of other processes included. */
  readonly done: number;
  /** Trials of the plan. */
  readonly total: number;
  /** Trials that failed at their last try in this session. */
  readonly failed: number;
  /** Trials a second since this session began. */
  readonly rate: number;
  /** Time left at this rate; Infinity before the first result. */
  readonly secondsLeft: number;
}

/** What a run tells while it runs. */
export type TaskEvent = TrialEvent | ProgressEvent;

/** What an executor is given beside the plan. */
export interface SubmitOptions {
  /** The run directory, which has its manifest. */
  readonly directory: string;
  /** What has a result already; the truth about a run is on disk, wherever it is run. */
  readonly ledger: Ledger;
  /** How many times a failed trial is run again. */
  readonly retries: number;
}

/** Where a submitted run is, as plain data. */
export interface Handle {
  /** Name of the executor. */
  readonly executor: string;
  /** The run directory. */
  readonly directory: string;
  /** What the executor knows the run by: the name of its segment, the number of a job. */
  readonly id: string;
}

/** A place where trials are run. It records results in the run directory itself and tells of them afterwards. */
export interface Executor {
  /** Its name. */
  readonly name: string;
  /** Begins to run the trials of a plan that have no result. */
  submit(plan: Plan, options: SubmitOptions): Promise<Handle>;
  /** What happens to the trials, until nothing is left to do; throws if the run cannot go on. */
  events(handle: Handle): AsyncIterable<TrialEvent>;
  /** Ends a run early: trials in flight are finished or abandoned, and the events end. Nothing happens if it has ended. */
  cancel(handle: Handle): Promise<void>;
}

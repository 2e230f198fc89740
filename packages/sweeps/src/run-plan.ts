import { resolve } from "node:path";
import { rejectKind, requireFunction, requireInteger, requireOptions } from "./argument-checks.ts";
import type { Executor, TaskEvent } from "./executors/executor.ts";
import { workers } from "./executors/workers.ts";
import { createProgress, type Progress } from "./progress.ts";
import { identityHash } from "./store/identity.ts";
import { type Ledger, openLedger } from "./store/ledger.ts";
import { openRunDirectory } from "./store/run-directory.ts";
import { openSegments } from "./store/segments.ts";
import { type Plan, requirePlan } from "./tasks/plan.ts";
import { requireTasks } from "./tasks/task.ts";

/** Where and how a plan is run. */
export interface RunOptions {
  /** The run directory: new, empty, or that of an earlier run of the same plan, which then goes on. */
  readonly directory: string;
  /** Where trials are run; default `workers()`. */
  readonly executor?: Executor;
  /** Interrupts the run: within 2 s, trials in flight are finished or abandoned (with `inline`, the one in flight is finished). */
  readonly signal?: AbortSignal;
  /** Called with every event. */
  readonly onEvent?: (event: TaskEvent) => void;
  /** How many times a failed trial is run again, from 0 to 100; default 2. */
  readonly retries?: number;
  /** Whether a run that is in the directory is moved aside, to `<directory>.previous-1` or the next free number; default false. */
  readonly fresh?: boolean;
}

/** How a run ended. */
export interface Summary {
  /** `done` if every trial has a result, `interrupted` if some were not run to their end, otherwise `failed`. */
  readonly status: "done" | "failed" | "interrupted";
  /** Trials with a result. */
  readonly done: number;
  /** Trials of the plan. */
  readonly total: number;
  /** Trials that failed at their last try. */
  readonly failed: number;
  /** Time of this session by the clock. */
  readonly seconds: number;
  /** The run directory, an absolute path. */
  readonly directory: string;
}

function requireRunOptions(options: RunOptions): void {
  requireOptions("runPlan", options);
  const { directory, retries, onEvent } = options;
  if (typeof directory !== "string" || directory === "")
    rejectKind("runPlan", "directory", "be a path", directory);
  if (retries !== undefined) requireInteger("runPlan", "retries", retries, 0, 100);
  if (onEvent !== undefined) requireFunction("runPlan", "onEvent", onEvent);
}

/** Runs what is open, telling what happens, until nothing is left or the signal comes. */
async function runOpen(plan: Plan, ledger: Ledger, progress: Progress, options: RunOptions): Promise<void> {
  const { directory, executor = workers(), signal, onEvent = () => {}, retries = 2 } = options;
  if (signal?.aborted) return;
  const handle = await executor.submit(plan, { directory, ledger, retries });
  const interrupt = (): void => void executor.cancel(handle);
  signal?.addEventListener("abort", interrupt);
  if (signal?.aborted) interrupt();
  try {
    for await (const event of executor.events(handle)) {
      const told = progress.count(event);
      onEvent(event);
      if (told !== undefined) onEvent(told);
    }
  } finally {
    signal?.removeEventListener("abort", interrupt);
    await executor.cancel(handle);
  }
}

/**
 * Runs a plan in a run directory, or goes on with it: trials that have a result there are not run again, and failed ones are.
 *
 * Each result is recorded when its trial ends, those of short trials in groups of 10 ms of work, and outlives the process from then on.
 * Several processes may run one plan in one directory, also over a network: they share the work. A trial that throws is recorded with
 * its error and run again, at most `retries` times; the run goes on.
 *
 * @param plan - what is to be run
 * @param options - the directory, the executor, and who is told
 * @returns how it ended; the results are in the directory, see `readRun`
 * @throws TypeError or RangeError if the plan or an option is of a wrong kind or out of range, or the directory holds something else or
 *   the run of another plan (then the `cause` is a `Refusal` with the differences, and nothing was touched); Error if the plan's module
 *   cannot be imported or the disk does not take the results: what was recorded stays, and the same call goes on from there
 */
export async function runPlan(plan: Plan, options: RunOptions): Promise<Summary> {
  const start = performance.now();
  requirePlan("runPlan", plan);
  requireRunOptions(options);
  const positions = requireTasks("runPlan", plan);
  const directory = resolve(options.directory);
  openRunDirectory(directory, plan, options.fresh ?? false);
  const ledger = openLedger(positions, openSegments(directory, identityHash(plan)));
  const progress = createProgress(ledger.total, ledger.done);
  options.onEvent?.(progress.now());
  if (ledger.done < ledger.total) await runOpen(plan, ledger, progress, { ...options, directory });
  const last = progress.now();
  options.onEvent?.(last);
  const { done, total, failed } = last;
  const status = done === total ? "done" : done + failed === total ? "failed" : "interrupted";
  return { status, done, total, failed, seconds: (performance.now() - start) / 1000, directory };
}

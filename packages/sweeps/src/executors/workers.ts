import { availableParallelism } from "node:os";
import { requireInteger, requireOptions } from "../argument-checks.ts";
import type { Executor } from "./executor.ts";
import { localExecutor } from "./local-executor.ts";
import { runPool } from "./pool.ts";

/** How many workers, and how large. */
export interface WorkersOptions {
  /** Number of workers, from 1 to 1024; default the number of cores this process may use. */
  readonly count?: number;
  /** Most megabytes of JavaScript heap a worker may use, from 16; default Node's own limit. A trial that needs more fails. */
  readonly heapLimit?: number;
}

/**
 * Runs trials on a pool of worker threads, one trial a worker at a time.
 *
 * Each worker imports the plan's module and computes with kernels of one thread. A worker that dies is replaced, and the trial that
 * it was at counts as a failed try. When the run is interrupted, trials have 1.5 s to end. A trial's output to stdout goes to stderr.
 *
 * @param options - number and size of the workers
 * @returns the executor
 * @throws RangeError if an option is out of range
 */
export function workers(options: WorkersOptions = {}): Executor {
  requireOptions("workers", options);
  const { count = availableParallelism(), heapLimit } = options;
  requireInteger("workers", "count", count, 1, 1024);
  if (heapLimit !== undefined) requireInteger("workers", "heapLimit", heapLimit, 16, 2 ** 20);
  const threads = (tasks: number): number => Math.max(1, Math.min(count, tasks));
  return localExecutor("workers", threads, (session, plan) => runPool(session, plan, heapLimit));
}

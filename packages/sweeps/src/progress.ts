import type { ProgressEvent, TrialEvent } from "./executors/executor.ts";

/** Least time between two progress events. */
const INTERVAL_MS = 200;

/** Counts what happens in a session. */
export interface Progress {
  /** Takes an event; gives the progress if it is time to tell it. */
  count(event: TrialEvent): ProgressEvent | undefined;
  /** The progress now. */
  now(): ProgressEvent;
}

/**
 * The progress of a session that begins.
 *
 * @param before - trials that had a result before
 */
export function createProgress(total: number, before: number): Progress {
  const start = performance.now();
  const failed = new Set<string>();
  let done = before;
  let told = start;

  const now = (): ProgressEvent => {
    told = performance.now();
    const seconds = (told - start) / 1000;
    const rate = seconds > 0 ? (done - before) / seconds : 0;
    const left = total - done - failed.size;
    const secondsLeft = left === 0 ? 0 : left / rate;
    return { kind: "progress", done, total, failed: failed.size, rate, secondsLeft };
  };
  return {
    now,
    count: ({ kind, key }) => {
      if (kind === "finished") {
        done++;
        failed.delete(key);
      } else if (kind === "failed") failed.add(key);
      return performance.now() - told >= INTERVAL_MS ? now() : undefined;
    },
  };
}

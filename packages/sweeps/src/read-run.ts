import { resolve } from "node:path";
import { rejectKind } from "./argument-checks.ts";
import type { Manifest } from "./store/manifest.ts";
import type { FailureRecord } from "./store/records.ts";
import { cellsOfRecord, rowOfRecord } from "./store/row-record.ts";
import { type Disagreement, type KeptRow, readContents } from "./store/run-contents.ts";
import { findManifest } from "./store/run-directory.ts";
import { openSegments } from "./store/segments.ts";
import { requireTasks, type Task, tasksOf } from "./tasks/task.ts";
import type { Row } from "./trials/row.ts";

/** A trial and its result. */
export interface TrialRow extends Task {
  /** What the trial found. */
  readonly result: Row;
  /** Its time by the clock. */
  readonly seconds: number;
  /** The kernels that computed it, if the plan names a function that says so. */
  readonly backend?: string;
  /** The segment that has it: `<host>-<pid>-<random>`. */
  readonly writer: string;
  /** Path of the arrays in the run directory, if the result has any. */
  readonly arrays?: string;
}

/** A trial that failed at its last try and has no result. */
export interface TrialFailure extends Task {
  /** Tries in all sessions. */
  readonly attempts: number;
  /** Kind and message of the last error. */
  readonly error: string;
  /** Where it was thrown, innermost first. */
  readonly stack?: string;
}

/** What a run directory holds. */
export interface RunRecord {
  /** The directory, an absolute path. */
  readonly directory: string;
  /** The plan and its hash. */
  readonly manifest: Manifest;
  /** The results, in the order of the plan whatever the order of the run. */
  readonly rows: readonly TrialRow[];
  /** The trials that failed, in the same order. */
  readonly failures: readonly TrialFailure[];
  /** Keys of the trials that were not run to their end. */
  readonly missing: readonly string[];
  /** Trials of which there are two results that differ. */
  readonly disagreements: readonly Disagreement[];
  /** Records that are not whole, as a machine that stopped leaves them; their trials are run again. */
  readonly torn: number;
}

/** What to read of a run. */
export interface ReadRunOptions {
  /** Whether the arrays of the results are read; default true. */
  readonly arrays?: boolean;
}

function rowOf(directory: string, task: Task, { writer, record }: KeptRow, withArrays: boolean): TrialRow {
  const { seconds, backend, arrays } = record;
  const result = withArrays ? rowOfRecord(directory, record) : undefined;
  return {
    ...task,
    result: result ?? cellsOfRecord(record),
    seconds,
    ...(backend === undefined ? {} : { backend }),
    writer,
    ...(arrays === undefined ? {} : { arrays: arrays.file }),
  };
}

function failureOf(task: Task, failures: readonly FailureRecord[]): TrialFailure | undefined {
  const last = failures.findLast(({ final }) => final);
  if (last === undefined) return undefined;
  const { error, stack } = last;
  return { ...task, attempts: failures.length, error, ...(stack === undefined ? {} : { stack }) };
}

/**
 * Reads a run directory, also while the run goes on.
 *
 * Of a trial with several results the first whole one is kept.
 *
 * @param directory - the run directory
 * @param options - whether to read arrays
 * @returns plan, results, failures and what is missing
 * @throws TypeError if the directory is no run directory
 */
export function readRun(directory: string, options: ReadRunOptions = {}): RunRecord {
  const path = resolve(directory);
  const manifest =
    findManifest("readRun", path) ?? rejectKind("readRun", "directory", "hold a run", directory);
  const { plan, hash } = manifest;
  const contents = readContents(requireTasks("readRun", plan), openSegments(path, hash));
  const rows: TrialRow[] = [];
  const failures: TrialFailure[] = [];
  const missing: string[] = [];
  let position = -1;
  for (const task of tasksOf(plan)) {
    position++;
    const kept = contents.rows.get(position);
    const failure = kept === undefined ? failureOf(task, contents.failures.get(position) ?? []) : undefined;
    if (kept !== undefined) rows.push(rowOf(path, task, kept, options.arrays ?? true));
    else if (failure !== undefined) failures.push(failure);
    else missing.push(task.key);
  }
  const { disagreements, torn } = contents;
  return { directory: path, manifest, rows, failures, missing, disagreements, torn };
}

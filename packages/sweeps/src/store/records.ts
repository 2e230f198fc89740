import type { Value } from "../trials/row.ts";

/** The first line of a segment: who wrote it, for which plan. */
export interface OpenedRecord {
  readonly kind: "opened";
  /** Hash of the plan's identity. */
  readonly plan: string;
  readonly host: string;
  readonly pid: number;
  /** Version of Node. */
  readonly node: string;
  /** Name of the executor. */
  readonly executor: string;
  /** When, in ISO 8601. */
  readonly opened: string;
  /** What the plan says about itself. */
  readonly about?: Readonly<Record<string, unknown>>;
}

/** Where the arrays of a result lie. */
export interface ArrayFile {
  /** Path in the run directory. */
  readonly file: string;
  /** CRC-32 of the file's bytes, eight hexadecimal digits. */
  readonly check: string;
}

/** The line of a finished trial. */
export interface RowRecord {
  /** Which line it is. */
  readonly kind: "row";
  /** Key of the task. */
  readonly key: string;
  /**
   * The values of the result. NaN, Infinity, -Infinity and -0 are texts, and a text that reads like one of them has an apostrophe
   * before it.
   */
  readonly row: Readonly<Record<string, Value>>;
  /** Its arrays, if it has any. */
  readonly arrays?: ArrayFile;
  /** Time of the trial by the clock. */
  readonly seconds: number;
  /** The kernels that computed it, if the plan names a function that says so. */
  readonly backend?: string;
}

/** The line of a try that failed. */
export interface FailureRecord {
  /** Which line it is. */
  readonly kind: "failure";
  /** Key of the task. */
  readonly key: string;
  /** Which try of its session this was, from 1. */
  readonly attempt: number;
  /** Whether it was the last one. */
  readonly final: boolean;
  /** Kind and message of what was thrown. */
  readonly error: string;
  /** Where it was thrown, innermost first. */
  readonly stack?: string;
}

/** The lines of a segment after the first one. */
export type TrialRecord = RowRecord | FailureRecord;

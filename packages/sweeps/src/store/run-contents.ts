import type { FailureRecord, RowRecord } from "./records.ts";
import type { RecordEntry, Segments } from "./segments.ts";

/** The record of a result that is kept, and its writer. */
export interface KeptRow {
  readonly writer: string;
  readonly record: RowRecord;
}

/** Two results of one trial that are not the same: it depends on something else than its point and its random numbers. */
export interface Disagreement {
  /** Key of the task. */
  readonly key: string;
  /** The writers of the result that is kept and of the other one. */
  readonly writers: readonly [string, string];
  /** What differs: names of values, and `arrays` for the arrays. */
  readonly columns: readonly string[];
}

/** What the segments of a run hold about each trial, by its position in the plan. */
export interface RunContents {
  /** The first whole result. */
  readonly rows: ReadonlyMap<number, KeptRow>;
  /** Failed tries, in the order of reading. */
  readonly failures: ReadonlyMap<number, readonly FailureRecord[]>;
  /** Results that contradict one another. */
  readonly disagreements: readonly Disagreement[];
  /** Records that are not whole. */
  readonly torn: number;
}

/** The names of the values in which two results differ. */
function differences(a: RowRecord, b: RowRecord): string[] {
  const names = [...new Set([...Object.keys(a.row), ...Object.keys(b.row)])];
  const columns = names.filter((name) => a.row[name] !== b.row[name]);
  return a.arrays?.check === b.arrays?.check ? columns : [...columns, "arrays"];
}

/** Reads all segments once. */
export function readContents(positions: ReadonlyMap<string, number>, segments: Segments): RunContents {
  const rows = new Map<number, KeptRow>();
  const failures = new Map<number, FailureRecord[]>();
  const disagreements: Disagreement[] = [];

  const addRow = (position: number, writer: string, record: RowRecord): void => {
    const kept = rows.get(position);
    if (kept === undefined) {
      rows.set(position, { writer, record });
      return;
    }
    const columns = differences(kept.record, record);
    if (columns.length > 0) disagreements.push({ key: record.key, writers: [kept.writer, writer], columns });
  };
  const add = ({ writer, record }: RecordEntry): void => {
    const position = positions.get(record.key);
    if (position === undefined) return;
    if (record.kind === "row") addRow(position, writer, record);
    else failures.set(position, [...(failures.get(position) ?? []), record]);
  };
  for (const entry of segments.entries()) add(entry);
  return { rows, failures, disagreements, torn: segments.torn };
}

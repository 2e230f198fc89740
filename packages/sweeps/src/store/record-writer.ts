import { randomBytes } from "node:crypto";
import { statSync } from "node:fs";
import { hostname } from "node:os";
import { pid, versions } from "node:process";
import type { Plan } from "../tasks/plan.ts";
import { checkedLine } from "./checked-line.ts";
import { identityHash } from "./identity.ts";
import type { OpenedRecord, TrialRecord } from "./records.ts";
import { openSegment, type SegmentWriter } from "./segment-writer.ts";
import { segmentPath } from "./segments.ts";

/** Writes the records of one process into a segment of its own, which begins with the first of them. */
export interface RecordWriter {
  /** Name of the segment. */
  readonly name: string;
  /** Appends a record; see `SegmentWriter.append`. */
  append(record: TrialRecord): void;
  /** Throws if the segment is no more where it was: someone moved or removed the run directory. */
  requireThere(): void;
  /** Brings all records to the disk. */
  close(): void;
}

/** A name that no other writer has: `<host>-<pid>-<random>`. */
function newName(): string {
  const host = hostname().replace(/[^A-Za-z0-9.]+/g, "_");
  return `${host}-${pid}-${randomBytes(4).toString("hex")}`;
}

function opening(plan: Plan, executor: string): OpenedRecord {
  return {
    kind: "opened",
    plan: identityHash(plan),
    host: hostname(),
    pid,
    node: versions.node,
    executor,
    opened: new Date().toISOString(),
    ...(plan.about === undefined ? {} : { about: plan.about }),
  };
}

/**
 * A writer for this process.
 *
 * @param onError - called with the error of a later synchronisation with the disk
 */
export function openRecordWriter(
  directory: string,
  plan: Plan,
  executor: string,
  onError: (error: Error) => void,
): RecordWriter {
  const name = newName();
  const path = segmentPath(directory, name);
  let segment: SegmentWriter | undefined;

  const begin = (line: string): void => {
    const opened = openSegment(path, onError);
    try {
      opened.append(checkedLine(opening(plan, executor)) + line);
    } catch (error) {
      opened.close();
      throw error;
    }
    segment = opened;
  };
  return {
    name,
    append: (record) => {
      const line = checkedLine(record);
      if (segment === undefined) begin(line);
      else segment.append(line);
    },
    requireThere: () => {
      if (segment === undefined || statSync(path, { throwIfNoEntry: false })?.ino === segment.inode) return;
      throw new Error(
        `runPlan: run directory must stay in its place while it is in use, got none at ${directory}`,
      );
    },
    close: () => segment?.close(),
  };
}

import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { arraysAreWhole } from "./arrays.ts";
import { readCheckedLine } from "./checked-line.ts";
import type { OpenedRecord, TrialRecord } from "./records.ts";
import { wholeLines } from "./whole-lines.ts";

/** Folder of the segments in a run directory. */
export const segmentsFolder = "segments";

/** A record and who wrote it. */
export interface RecordEntry {
  /** Name of the segment without its ending. */
  readonly writer: string;
  /** The record. */
  readonly record: TrialRecord;
}

/** The segments of a run directory, read further at each call. */
export interface Segments {
  /** Whole records that are new since the last call, other than those of the segment `except`. */
  entries(except?: string): Generator<RecordEntry>;
  /** Records so far that were not whole, or whose arrays are not. */
  readonly torn: number;
}

/** How far a segment was read, and whether its first line says that it belongs to this plan. */
interface Place {
  position: number;
  ours: boolean | undefined;
  /** Whether something without a newline follows. */
  unfinished: boolean;
}

/** Names of the segments in a run directory, without their endings, in order. */
function writers(directory: string): string[] {
  const names = readdirSync(join(directory, segmentsFolder)).filter((name) => name.endsWith(".jsonl"));
  return names.map((name) => name.slice(0, -6)).sort();
}

/** Path of a writer's segment. */
export function segmentPath(directory: string, writer: string): string {
  return join(directory, segmentsFolder, `${writer}.jsonl`);
}

/**
 * The segments of a run directory.
 *
 * @param hash - of the plan's identity: segments of another plan are passed over
 */
export function openSegments(directory: string, hash: string): Segments {
  const places = new Map<string, Place>();
  let torn = 0;

  const isWhole = (record: TrialRecord): boolean =>
    record.kind !== "row" || record.arrays === undefined || arraysAreWhole(directory, record.arrays);
  const read = (line: Buffer, place: Place): TrialRecord | undefined => {
    const record = readCheckedLine(line) as OpenedRecord | TrialRecord | undefined;
    if (record?.kind === "opened") {
      place.ours = record.plan === hash;
    } else if (record !== undefined && place.ours && isWhole(record)) {
      return record;
    } else if (line.length > 0 && place.ours !== false) {
      torn++;
    }
    return undefined;
  };
  function* segment(writer: string): Generator<RecordEntry> {
    const path = segmentPath(directory, writer);
    const place = places.get(writer) ?? { position: 0, ours: undefined, unfinished: false };
    places.set(writer, place);
    const { size } = statSync(path);
    if (size <= place.position) return;
    const lines = wholeLines(path, place.position);
    let next = lines.next();
    for (; !next.done; next = lines.next()) {
      const record = read(next.value, place);
      if (record !== undefined) yield { writer, record };
    }
    place.position = next.value;
    place.unfinished = place.position < size;
  }
  return {
    *entries(except) {
      for (const writer of writers(directory)) if (writer !== except) yield* segment(writer);
    },
    get torn() {
      return torn + [...places.values()].filter(({ unfinished }) => unfinished).length;
    },
  };
}

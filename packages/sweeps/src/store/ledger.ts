import type { RecordEntry, Segments } from "./segments.ts";

/** Which trials of a plan have a result, on disk, from any process. */
export interface Ledger {
  /** Trials of the plan. */
  readonly total: number;
  /** Trials that have a result. */
  readonly done: number;
  /** Position of a key in the plan; undefined if the plan has no such trial. */
  positionOf(key: string): number | undefined;
  /** Whether the trial at a position has a result. */
  isDone(position: number): boolean;
  /** Notes that the trial at a position has a result, and says whether that is new. */
  note(position: number): boolean;
  /** Looks again: what other writers than `except` recorded since the last look, of trials that were open until then. */
  refresh(except?: string): RecordEntry[];
}

/** The ledger of a plan, as the segments have it now. */
export function openLedger(positions: ReadonlyMap<string, number>, segments: Segments): Ledger {
  const results = new Uint8Array(positions.size);
  let done = 0;

  const note = (position: number): boolean => {
    if (results[position]) return false;
    results[position] = 1;
    done++;
    return true;
  };
  const isNews = ({ record }: RecordEntry): boolean => {
    const position = positions.get(record.key);
    if (position === undefined) return false;
    return record.kind === "row" ? note(position) : results[position] === 0;
  };
  const refresh = (except?: string): RecordEntry[] => {
    const news: RecordEntry[] = [];
    for (const entry of segments.entries(except)) if (isNews(entry)) news.push(entry);
    return news;
  };
  for (const entry of segments.entries()) isNews(entry);
  return {
    total: positions.size,
    get done() {
      return done;
    },
    positionOf: (key) => positions.get(key),
    isDone: (position) => results[position] === 1,
    note,
    refresh,
  };
}

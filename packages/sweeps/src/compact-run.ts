import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { writeParquet } from "@onsager/datasets";
import { readRun } from "./read-run.ts";
import { runTable } from "./run-table.ts";
import { writeDurably } from "./store/write-durably.ts";

/**
 * Writes the results of a run as one Parquet file, the columns of `runTable`, whole or not at all. The segments stay: they are the
 * record of the run.
 *
 * @param directory - the run directory
 * @returns path of the file, `<directory>/compact/results.parquet`
 * @throws TypeError if the directory is no run directory; RangeError if the run has no results
 */
export function compactRun(directory: string): string {
  const run = readRun(directory, { arrays: false });
  if (run.rows.length === 0)
    throw new RangeError(`compactRun: run must have results, got none in ${directory}`);
  const path = join(run.directory, "compact", "results.parquet");
  mkdirSync(dirname(path), { recursive: true });
  writeDurably(path, writeParquet(runTable(run)));
  return path;
}

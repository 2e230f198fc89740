import { readRun } from "../../src/index.ts";

/** The results of a run directory, without what depends on where and when it was made. */
export function results(directory: string): unknown[] {
  const { rows } = readRun(directory);
  return rows.map(({ key, point, replicate, result }) => ({ key, point, replicate, result }));
}

import { readRun, type TrialFailure } from "@onsager/sweeps";
import { table } from "../table.ts";

/** How far a run is. */
export interface RunStatus {
  /** The run directory. */
  readonly directory: string;
  /** Name of the experiment. */
  readonly experiment: string;
  /** Seed of the run. */
  readonly seed: string;
  /** `done`, `failed` (all ran, some failed at their last try) or `open`. */
  readonly status: "done" | "failed" | "open";
  /** Trials of the plan, with a result, that failed, and that are to be run. */
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly missing: number;
  /** Computing time so far, of one core. */
  readonly seconds: number;
  /** Damaged records; their trials are run again. */
  readonly torn: number;
  /** Keys of trials with two results that differ. */
  readonly disagreements: readonly string[];
  /** What failed, and why. */
  readonly failures: readonly Pick<TrialFailure, "key" | "error" | "attempts">[];
}

/** As many failures are shown. */
const SHOWN = 10;

/**
 * Looks at a run directory.
 *
 * @param directory - of a run
 * @throws TypeError if it is none
 */
export function statusOf(directory: string): RunStatus {
  const {
    directory: path,
    manifest,
    rows,
    failures,
    missing,
    torn,
    disagreements,
  } = readRun(directory, { arrays: false });
  const [done, failed] = [rows.length, failures.length];
  return {
    directory: path,
    experiment: manifest.plan.name,
    seed: String(manifest.plan.seed),
    status: missing.length > 0 ? "open" : failed > 0 ? "failed" : "done",
    total: done + failed + missing.length,
    done,
    failed,
    missing: missing.length,
    seconds: rows.reduce((sum, row) => sum + row.seconds, 0),
    torn,
    disagreements: disagreements.map(({ key }) => key),
    failures: failures.map(({ key, error, attempts }) => ({ key, error, attempts })),
  };
}

/** A status for reading. */
export function statusText(found: RunStatus): string {
  const { failures, disagreements, ...fields } = found;
  const rows = Object.entries(fields).map(([name, value]) => [
    name,
    name === "seconds" ? Number(value).toFixed(1) : String(value),
  ]);
  const failed = failures
    .slice(0, SHOWN)
    .map(({ key, error, attempts }) => `  ${key}: ${error} (${attempts} tries)`);
  const more = failures.length > SHOWN ? [`  ... ${failures.length - SHOWN} more`] : [];
  const differ = disagreements.map((key) => `  two results that differ: ${key}`);
  const next = found.status === "done" ? [] : [`go on with: onsager resume ${found.directory}`];
  return [table(rows).trimEnd(), ...failed, ...more, ...differ, ...next, ""].join("\n");
}

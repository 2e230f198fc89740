import { type Experiment, findExperiment, type Results, resultsOf } from "@onsager/experiments";
import { type RunRecord, readRun } from "@onsager/sweeps";
import { UsageError } from "../usage-error.ts";

/** A run with its experiment and its results beside their theory. */
export interface Run {
  /** What is on disk. */
  readonly record: RunRecord;
  /** What was run. */
  readonly experiment: Experiment;
  /** Trials and theory. */
  readonly results: Results;
}

/**
 * Reads a run directory.
 *
 * @param directory - of a run of `onsager`
 * @throws TypeError if it is no run directory; UsageError if its experiment is not one of this version
 */
export function runIn(directory: string): Run {
  const record = readRun(directory);
  const { name } = record.manifest.plan;
  const experiment = findExperiment(name);
  if (experiment === undefined) {
    throw new UsageError(
      `${directory} holds a run of ${JSON.stringify(name)}, which this version does not have`,
    );
  }
  return { record, experiment, results: resultsOf(experiment, record.rows) };
}

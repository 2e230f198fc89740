import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { writeCsv } from "@onsager/datasets";
import { compactRun, runTable, writeDurably } from "@onsager/sweeps";
import { writeFigure } from "../files/write-figure.ts";
import { type DrawnFigure, reportOf } from "../report/report.ts";
import type { Run } from "./results-in.ts";
import { type CheckedClaim, verdictsOf } from "./verdicts.ts";

/** What was written beside the results of a run. */
export interface Outputs {
  /** The claims. */
  readonly verdicts: readonly CheckedClaim[];
  /** The figures, as in the report. */
  readonly figures: readonly DrawnFigure[];
  /** Path of the report. */
  readonly report: string;
}

/**
 * Writes into a run directory what follows from its results: `results.csv`, `compact/results.parquet`, `figures/NAME.svg`, `.png` and
 * `.pdf`, and `report.html`. Each file is whole or absent.
 *
 * @param run - with at least one result
 */
export async function writeOutputs(run: Run): Promise<Outputs> {
  const { directory } = run.record;
  writeDurably(join(directory, "results.csv"), writeCsv(runTable(run.record)));
  compactRun(directory);
  const figures = await drawAll(run);
  const verdicts = verdictsOf(run);
  const report = join(directory, "report.html");
  writeDurably(report, reportOf([{ run, verdicts, figures }]));
  return { verdicts, figures, report };
}

async function drawAll({ experiment, results, record }: Run): Promise<DrawnFigure[]> {
  const folder = join(record.directory, "figures");
  mkdirSync(folder, { recursive: true });
  const drawn: DrawnFigure[] = [];
  for (const { name, title, describe } of experiment.figures) {
    drawn.push({ name, title, svg: await writeFigure(folder, name, describe(results)) });
  }
  return drawn;
}

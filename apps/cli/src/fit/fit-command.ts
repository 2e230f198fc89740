import { join } from "node:path";
import type { Column, Table } from "@onsager/datasets";
import { fits } from "@onsager/scaling";
import { writeDurably } from "@onsager/sweeps";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { ownFolder } from "../files/own-folder.ts";
import { columnOf, readFile } from "../files/read-file.ts";
import { writeFigure } from "../files/write-figure.ts";
import type { Io } from "../io.ts";
import { unknownName } from "../nearest.ts";
import { positiveInteger, seedOf } from "../runs/run-options.ts";
import { finite } from "../specs/spec.ts";
import { UsageError } from "../usage-error.ts";
import { type Curve, type FittedCurve, fitCurve, lawNames } from "./fit-curve.ts";
import { fitFigure } from "./fit-figure.ts";
import type { FitRecord } from "./fit-record.ts";
import { fitText } from "./fit-text.ts";

/** Options of `onsager fit`, as typed. */
export interface FitCommandOptions {
  readonly x: string;
  readonly y: string;
  readonly by?: string;
  readonly law?: readonly string[];
  readonly at?: string;
  readonly linear?: true;
  readonly confidence: string;
  readonly samples: string;
  readonly seed: string;
  readonly out?: string;
  readonly json?: true;
}

/**
 * Fits scaling laws to columns of a table.
 *
 * @param file - the table
 * @param options - as typed
 * @param io - where to write
 */
export async function fitCommand(file: string, options: FitCommandOptions, io: Io): Promise<ExitCode> {
  const laws = (options.law ?? lawNames).map(
    (name) => fits.find((law) => law.name === name) ?? unknownName("law", name, lawNames),
  );
  const confidence = finite("--confidence", options.confidence);
  if (!(confidence > 0 && confidence < 1))
    throw new UsageError(`--confidence must be in (0, 1), got ${options.confidence}`);
  const at = options.at === undefined ? [] : options.at.split(",").map((text) => finite("--at", text));
  if (!at.every((x) => x > 0)) throw new UsageError(`--at must list positive numbers, got ${options.at}`);
  if (options.out !== undefined) ownFolder(options.out, "fit.json", "fit");
  const curve = await curveIn(file, options);
  const replicates = positiveInteger("--samples", options.samples);
  const settings = { confidence, replicates, residuals: options.linear ? "linear" : "log" } as const;
  const found = fitCurve(curve, laws, settings, at, seedOf(options.seed));
  if (found.fitted.length === 0)
    throw new UsageError(found.unfitted.map(({ law, reason }) => `${law}: ${reason}`).join("\n"));
  const record = recordOf(file, options, curve, found);
  if (options.out !== undefined) {
    writeDurably(join(options.out, "fit.json"), `${JSON.stringify(record, undefined, 2)}\n`);
    await writeFigure(options.out, "fit", fitFigure(curve, [options.x, options.y], found.fitted));
  }
  io.out(options.json ? `${JSON.stringify(record)}\n` : fitText(record));
  return exitCode.done;
}

async function curveIn(file: string, { x, y, by }: FitCommandOptions): Promise<Curve> {
  const content = await readFile(file);
  if (!("table" in content)) throw new UsageError(`${file} must be a table: .csv or .parquet`);
  const { table } = content;
  const curve = { x: columnOf(file, table, x), y: columnOf(file, table, y) };
  return { ...curve, seeds: by === undefined ? undefined : seedsOf(file, table, by) };
}

function seedsOf(file: string, table: Table, name: string): string[] {
  const column: Column | undefined = Object.hasOwn(table.columns, name) ? table.columns[name] : undefined;
  if (column === undefined) unknownName(`column of ${file}`, name, Object.keys(table.columns));
  return Array.from(column as ArrayLike<unknown>, String);
}

function recordOf(
  file: string,
  { x, y, by }: FitCommandOptions,
  curve: Curve,
  { fitted, unfitted }: FittedCurve,
): FitRecord {
  const laws = fitted.map(({ law, result, extrapolations }) => {
    const { parameters, standardErrors, intervals, confidence, bic, convergence } = result;
    const { converged } = convergence;
    const { name, formula } = law;
    return {
      law: name,
      formula,
      parameters,
      standardErrors,
      intervals,
      confidence,
      bic,
      converged,
      extrapolations,
    };
  });
  const points = curve.x.length;
  return { command: "fit", file, x, y, by: by ?? null, points, best: laws[0]!.law, laws, unfitted };
}

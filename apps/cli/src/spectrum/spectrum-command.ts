import { join } from "node:path";
import { writeNpy } from "@onsager/datasets";
import type { Matrix } from "@onsager/linalg";
import type { ShrinkageLoss } from "@onsager/random-matrices";
import { writeDurably } from "@onsager/sweeps";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { ownFolder } from "../files/own-folder.ts";
import { readMatrix } from "../files/read-matrix.ts";
import { writeFigure } from "../files/write-figure.ts";
import type { Io } from "../io.ts";
import { unknownName } from "../nearest.ts";
import { finite } from "../specs/spec.ts";
import { table } from "../table.ts";
import { UsageError } from "../usage-error.ts";
import { readSpectrum } from "./read-spectrum.ts";
import type { SpectrumReport } from "./spectrum.ts";
import { spectrumFigure } from "./spectrum-figure.ts";

/** Options of `onsager spectrum`, as typed. */
export interface SpectrumOptions {
  readonly key?: string;
  readonly kind?: string;
  readonly variance?: string;
  readonly level: string;
  readonly loss: string;
  readonly centre?: true;
  readonly out?: string;
  readonly json?: true;
}

const kinds = ["data", "symmetric"];
const losses: readonly ShrinkageLoss[] = ["frobenius", "operator", "nuclear"];

/**
 * Reads a matrix and says what its spectrum says; with `out`, writes figure, shrunk matrix and record too.
 *
 * @param file - the matrix
 * @param options - as typed
 * @param io - where to write
 */
export async function spectrumCommand(file: string, options: SpectrumOptions, io: Io): Promise<ExitCode> {
  const settings = settingsOf(options);
  if (options.kind !== undefined && !kinds.includes(options.kind)) unknownName("kind", options.kind, kinds);
  if (options.out !== undefined) ownFolder(options.out, "spectrum.json", "spectrum");
  const matrix = await readMatrix(file, options.key);
  const report = readSpectrum(options.centre ? centred(matrix) : matrix, options.kind, settings);
  const record = recordOf(file, report);
  if (options.out !== undefined) await write(options.out, report, record);
  io.out(options.json ? `${JSON.stringify(record)}\n` : textOf(record));
  return exitCode.done;
}

function settingsOf({ variance, level, loss }: SpectrumOptions) {
  const probability = finite("--level", level);
  if (!(probability > 0 && probability < 1)) throw new UsageError(`--level must be in (0, 1), got ${level}`);
  const noise = variance === undefined ? undefined : finite("--variance", variance);
  if (noise !== undefined && !(noise > 0))
    throw new UsageError(`--variance must be positive, got ${variance}`);
  const norm = losses.find((name) => name === loss) ?? unknownName("loss", loss, losses);
  return { variance: noise, level: probability, loss: norm };
}

function centred({ rows, cols, data }: Matrix): Matrix {
  const means = new Float64Array(cols);
  data.forEach((value, at) => {
    means[at % cols]! += value / rows;
  });
  return { rows, cols, data: data.map((value, at) => value - means[at % cols]!) };
}

function recordOf(
  file: string,
  { kind, rows, cols, noise, law, distance, components, eigenvalues }: SpectrumReport,
) {
  return {
    command: "spectrum",
    file,
    kind,
    rows,
    cols,
    noiseVariance: noise,
    bulk: { law: law.name, support: law.support, kolmogorovDistance: distance },
    count: components.length,
    components,
    largestOfTheBulk: eigenvalues[components.length] ?? null,
  };
}

async function write(
  folder: string,
  report: SpectrumReport,
  record: ReturnType<typeof recordOf>,
): Promise<void> {
  const { rows, cols, data } = report.shrunk;
  writeDurably(join(folder, "spectrum.json"), `${JSON.stringify(record, undefined, 2)}\n`);
  writeDurably(join(folder, "shrunk.npy"), writeNpy({ shape: [rows, cols], data }));
  writeDurably(
    join(folder, "eigenvalues.npy"),
    writeNpy({ shape: [report.eigenvalues.length], data: report.eigenvalues }),
  );
  await writeFigure(folder, "spectrum", spectrumFigure(report));
}

function textOf(record: ReturnType<typeof recordOf>): string {
  const { rows, cols, kind, noiseVariance, bulk, components, count } = record;
  const edges = bulk.support.map(([from, to]) => `${digits(from)} to ${digits(to)}`).join(", ");
  const head = table([
    ["matrix", `${rows} x ${cols}, ${kind === "data" ? "samples in rows" : "symmetric"}`],
    [
      "noise",
      `variance ${digits(noiseVariance)}; bulk ${bulk.law}, ${edges}; Kolmogorov distance ${digits(bulk.kolmogorovDistance)}`,
    ],
    ["components", String(count)],
  ]);
  if (count === 0) return head;
  const names = Object.keys(components[0]!.squaredOverlaps);
  const header = ["  #", "eigenvalue", "spike", ...names.map((name) => `overlap^2 (${name})`), "p-value"];
  const lines = components.map(({ eigenvalue, spike, squaredOverlaps, pValue }, k) => [
    `  ${k + 1}`,
    ...[eigenvalue, spike, ...Object.values(squaredOverlaps)].map(digits),
    pValue.toExponential(1),
  ]);
  return `${head}\n${table([header, ...lines])}`;
}

function digits(value: number): string {
  return value.toPrecision(5);
}

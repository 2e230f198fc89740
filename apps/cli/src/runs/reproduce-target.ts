import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Experiment, experiments } from "@onsager/experiments";
import { writeDurably } from "@onsager/sweeps";
import { type ExitCode, exitCode } from "../exit-code.ts";
import type { Io } from "../io.ts";
import { unknownName } from "../nearest.ts";
import { reportOf, type Section } from "../report/report.ts";
import { UsageError } from "../usage-error.ts";
import { execute } from "./execute.ts";
import { planOf } from "./plan-of.ts";
import { runIn } from "./results-in.ts";
import { type ExecutionOptions, seedOf } from "./run-options.ts";
import { sizeOf } from "./size-of.ts";

/** Options of `onsager reproduce`. */
export interface ReproduceOptions extends ExecutionOptions {
  /** `small`, `medium` or `paper`. */
  readonly size: string;
  /** As typed. */
  readonly seed: string;
  /** Folder of the runs. */
  readonly out: string;
  /** Whether earlier runs are moved aside. */
  readonly fresh?: true;
}

/**
 * Runs the experiments of a target one after the other, and writes a report of all of them.
 *
 * @param target - a paper, an experiment or `all`; undefined: all papers
 * @param options - size, seed, folder and execution
 * @param io - where to write
 */
export async function reproduceTarget(
  target: string | undefined,
  options: ReproduceOptions,
  io: Io,
): Promise<ExitCode> {
  const chosen = experimentsOf(target);
  const seed = seedOf(options.seed);
  const size = sizeOf(options.size);
  const report = join(options.out, "report.html");
  if (chosen.length > 1) requireOurs(report);
  const sections: Section[] = [];
  const codes: ExitCode[] = [];
  for (const experiment of chosen) {
    const directory = join(options.out, experiment.name);
    const plan = planOf({ experiment, size, grid: experiment.sizes[size], seed });
    const { code, outputs } = await execute(plan, directory, options, io);
    if (code === exitCode.interrupted) return code;
    codes.push(code);
    if (outputs !== undefined) sections.push({ run: runIn(directory), ...outputs });
  }
  if (chosen.length > 1) writeDurably(report, reportOf(sections));
  const path = chosen.length > 1 ? report : join(options.out, chosen[0]!.name, "report.html");
  io.out(options.json ? `${JSON.stringify({ kind: "report", path })}\n` : `report: ${path}\n`);
  return codes.every((code) => code === exitCode.done) ? exitCode.done : exitCode.failed;
}

/** The experiments that a target names. */
function experimentsOf(target: string | undefined): readonly Experiment[] {
  const papers = [...new Set(experiments.map(({ paper }) => paper))].filter((paper) => /^\d$/.test(paper));
  const chosen = experiments.filter(
    ({ name, paper }) =>
      target === "all" ||
      target === name ||
      target === paper ||
      (target === undefined && papers.includes(paper)),
  );
  const names = experiments.map(({ name }) => name);
  return chosen.length > 0
    ? chosen
    : unknownName("paper or experiment", target!, ["all", ...papers, ...names]);
}

/** A report of somebody else is not written over. */
function requireOurs(path: string): void {
  if (existsSync(path) && !readFileSync(path, "utf8").includes('<meta name="generator" content="onsager">')) {
    throw new UsageError(`${path} is not a report of onsager; choose another folder with --out`);
  }
}

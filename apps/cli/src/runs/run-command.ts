import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Experiment, experiments, findExperiment } from "@onsager/experiments";
import type { Config } from "../config/schema.ts";
import type { ExitCode } from "../exit-code.ts";
import type { Io } from "../io.ts";
import { unknownName } from "../nearest.ts";
import { changedGrid } from "./changed-grid.ts";
import { dryRun } from "./dry-run.ts";
import { execute } from "./execute.ts";
import { type Assignment, parseGrid, parseSet, rangeOf } from "./parse-values.ts";
import { planOf, type Request } from "./plan-of.ts";
import { type ExecutionOptions, positiveInteger, seedOf } from "./run-options.ts";
import { sizeOf } from "./size-of.ts";

/** Options of `onsager run`, as typed. */
export interface RunOptions extends ExecutionOptions {
  /** Points to start from. */
  readonly size?: string;
  /** `key=value`. */
  readonly set?: readonly string[];
  /** `key=a:b:step` or `key=v1,v2`. */
  readonly grid?: readonly string[];
  /** Trials at each point. */
  readonly replicates?: string;
  /** Of all random numbers. */
  readonly seed?: string;
  /** The run directory. */
  readonly out?: string;
  /** Whether an earlier run is moved aside. */
  readonly fresh?: true;
  /** Whether nothing is run. */
  readonly dryRun?: true;
}

/**
 * Runs an experiment as the command line says; what it does not say is said by a configuration file.
 *
 * @param target - name of an experiment, or a configuration file
 * @param options - as typed
 * @param io - where to write
 */
export async function runCommand(target: string, options: RunOptions, io: Io): Promise<ExitCode> {
  const config = isFile(target) ? await configIn(target) : undefined;
  const name = config?.experiment ?? target;
  const experiment = findExperiment(name) ?? unknownExperiment(name);
  const request = requestOf(experiment, options, config);
  const plan = planOf(request);
  const directory = options.out ?? config?.out ?? join("runs", experiment.name);
  const execution = {
    ...(config && { executor: config.executor }),
    ...(config?.workers && { workers: String(config.workers) }),
    ...options,
  };
  if (options.dryRun) return dryRun(plan, directory, execution, io);
  const { code, outputs } = await execute(plan, directory, execution, io);
  if (outputs)
    io.out(
      options.json
        ? `${JSON.stringify({ kind: "report", path: outputs.report })}\n`
        : `report: ${outputs.report}\n`,
    );
  return code;
}

function unknownExperiment(name: string): never {
  return unknownName(
    "experiment",
    name,
    experiments.map((experiment) => experiment.name),
  );
}

function isFile(target: string): boolean {
  return /\.(ya?ml|json)$/i.test(target) || (target.includes("/") && existsSync(target));
}

/** The configuration; its reader is loaded only where there is one. */
async function configIn(file: string): Promise<Config> {
  const { readConfig } = await import("../config/read-config.ts");
  return readConfig(file);
}

function requestOf(experiment: Experiment, options: RunOptions, config: Config | undefined): Request {
  const schema = experiment.parameters;
  const size = sizeOf(options.size ?? config?.size ?? "small");
  const changes: Assignment[] = [
    ...(config ? configChanges(experiment, config) : []),
    ...(options.set ?? []).map((text) => parseSet(schema, text)),
    ...(options.grid ?? []).map((text) => parseGrid(schema, text)),
  ];
  const replicates = options.replicates
    ? positiveInteger("--replicates", options.replicates)
    : config?.replicates;
  const seed = options.seed === undefined ? (config?.seed ?? 1) : seedOf(options.seed);
  const changed = changes.length > 0 || replicates !== undefined;
  const grid = changedGrid(experiment, experiment.sizes[size], changes, replicates);
  return { experiment, size: changed ? `${size}, changed` : size, grid, seed };
}

/** The parameters of a configuration; their values are checked with the whole grid. */
function configChanges({ parameters }: Experiment, { set, grid }: Config): Assignment[] {
  const known = Object.keys(parameters);
  for (const key of [...Object.keys(set), ...Object.keys(grid)]) {
    if (!known.includes(key)) unknownName("parameter", key, known);
  }
  const single = Object.entries(set).map(([key, value]): Assignment => [key, [value]]);
  const axes = Object.entries(grid).map(([key, values]): Assignment => {
    if ("from" in values) return [key, rangeOf(`grid.${key}`, values.from, values.to, values.step)];
    return [key, values];
  });
  return [...single, ...axes];
}

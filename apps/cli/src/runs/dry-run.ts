import { availableParallelism } from "node:os";
import { expandPlan, loadTrial, type Plan } from "@onsager/sweeps";
import { type ExitCode, exitCode } from "../exit-code.ts";
import type { Io } from "../io.ts";
import { duration } from "../progress/duration.ts";
import { type ExecutionOptions, positiveInteger } from "./run-options.ts";

/** As many tasks are shown. */
const SHOWN = 5;

/**
 * Says what a plan would run: trials, the time they take as that of the first and the last one, timed here and now, and the memory.
 *
 * @param plan - not run
 * @param directory - not touched
 * @param options - the executor
 * @param io - where to write
 */
export async function dryRun(
  plan: Plan,
  directory: string,
  options: ExecutionOptions,
  io: Io,
): Promise<ExitCode> {
  const tasks = expandPlan(plan);
  const trial = await loadTrial(plan);
  const ends = tasks.length > 1 ? [tasks[0]!, tasks.at(-1)!] : [tasks[0]!];
  trial.run(ends[0]!); // the first run of a function is slower than all others
  const seconds = ends.map((task) => trial.run(task).seconds);
  const mean = seconds.reduce((sum, value) => sum + value, 0) / seconds.length;
  const count = options.executor === "inline" ? 1 : workersOf(options);
  const memory = process.memoryUsage().rss;
  const dry = {
    experiment: plan.name,
    directory,
    points: plan.points.length,
    replicates: plan.replicates,
    trials: tasks.length,
    secondsPerTrial: mean,
    workers: count,
    predictedSeconds: (mean * tasks.length) / count,
    memoryMiB: Math.round((memory / 2 ** 20) * count),
    tasks: tasks.slice(0, SHOWN).map(({ key }) => key),
  };
  io.out(options.json ? `${JSON.stringify(dry)}\n` : dryRunText(dry));
  return exitCode.done;
}

function workersOf({ workers }: ExecutionOptions): number {
  return workers === undefined ? availableParallelism() : positiveInteger("--workers", workers);
}

function dryRunText(dry: {
  readonly experiment: string;
  readonly directory: string;
  readonly points: number;
  readonly replicates: number;
  readonly trials: number;
  readonly secondsPerTrial: number;
  readonly workers: number;
  readonly predictedSeconds: number;
  readonly memoryMiB: number;
  readonly tasks: readonly string[];
}): string {
  const more = dry.trials > dry.tasks.length ? [`  ... ${dry.trials - dry.tasks.length} more`] : [];
  return [
    `${dry.experiment}: ${dry.points} points x ${dry.replicates} = ${dry.trials} trials, into ${dry.directory}`,
    `about ${duration(dry.predictedSeconds)} with ${dry.workers} workers, ${(1000 * dry.secondsPerTrial).toPrecision(3)} ms a trial`,
    `about ${dry.memoryMiB} MiB of memory at most`,
    ...dry.tasks.map((key) => `  ${key}`),
    ...more,
    "nothing was run",
    "",
  ].join("\n");
}

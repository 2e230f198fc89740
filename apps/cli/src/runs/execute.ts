import { type Plan, type Refusal, runPlan, type Summary } from "@onsager/sweeps";
import { type ExitCode, exitCode } from "../exit-code.ts";
import type { Io } from "../io.ts";
import { duration } from "../progress/duration.ts";
import { progressOf } from "../progress/progress.ts";
import { UsageError } from "../usage-error.ts";
import { runIn } from "./results-in.ts";
import { type ExecutionOptions, executorOf } from "./run-options.ts";
import { showVerdicts } from "./verdicts.ts";
import { type Outputs, writeOutputs } from "./write-outputs.ts";

/** A run that came to its end, or did not. */
export interface Executed {
  /** How the command ends. */
  readonly code: ExitCode;
  /** Counts and times. */
  readonly summary: Summary;
  /** Files and claims; undefined if the run was interrupted or has no result. */
  readonly outputs: Outputs | undefined;
}

/**
 * Runs a plan, or goes on with it, shows how it goes, and writes figures and report when all trials are through.
 *
 * @param plan - what to run
 * @param directory - of the run
 * @param options - executor and progress; `fresh` moves an earlier run aside
 * @param io - where to write, and the signal that interrupts
 * @throws UsageError if the directory holds something else
 */
export async function execute(
  plan: Plan,
  directory: string,
  options: ExecutionOptions & { readonly fresh?: true },
  io: Io,
): Promise<Executed> {
  const summary = await runWithProgress(plan, directory, options, io);
  const say = options.json ? () => {} : io.err;
  if (summary.status === "interrupted") {
    say(
      `interrupted: ${summary.done} of ${summary.total} trials are kept in ${directory}\n` +
        `resume with: onsager resume ${directory}\n`,
    );
    return { code: exitCode.interrupted, summary, outputs: undefined };
  }
  say(`${plan.name}: ${summary.done} of ${summary.total} trials in ${duration(summary.seconds)}\n`);
  if (summary.failed > 0) say(`${summary.failed} trials failed: onsager status ${directory} says why\n`);
  const outputs = summary.done > 0 ? await writeOutputs(runIn(directory)) : undefined;
  if (!options.json) showVerdicts(io, outputs?.verdicts ?? []);
  const holds = outputs?.verdicts.every((verdict) => verdict.holds) ?? false;
  return { code: summary.status === "done" && holds ? exitCode.done : exitCode.failed, summary, outputs };
}

async function runWithProgress(
  plan: Plan,
  directory: string,
  { fresh, ...options }: ExecutionOptions & { readonly fresh?: true },
  io: Io,
): Promise<Summary> {
  const progress = progressOf(io, plan.name, options);
  try {
    return await runPlan(plan, {
      directory,
      executor: executorOf(options),
      signal: io.signal,
      onEvent: progress.show,
      ...(fresh ? { fresh } : {}),
    });
  } catch (error) {
    throw refusalOf(error, directory) ?? error;
  } finally {
    progress.end();
  }
}

/** What to do about a directory that cannot be used. */
function refusalOf(error: unknown, directory: string): UsageError | undefined {
  const refusal = error instanceof Error ? (error.cause as Refusal | undefined) : undefined;
  if (refusal?.kind === "changed") {
    const lines = refusal.differences.map((line) => `  ${line}`).join("\n");
    return new UsageError(
      `${directory} holds a run of another configuration (there -> here):\n${lines}\n` +
        "add --fresh to move it aside and start anew, or choose another directory with --out",
    );
  }
  if (refusal?.kind === "foreign") return new UsageError(`${(error as Error).message}; nothing was touched`);
  return undefined;
}

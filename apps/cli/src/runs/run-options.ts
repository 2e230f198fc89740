import { availableParallelism } from "node:os";
import { type Executor, inline, workers } from "@onsager/sweeps";
import type { Command as Program } from "commander";
import { unknownName } from "../nearest.ts";
import { UsageError } from "../usage-error.ts";

/** How trials are run and shown: options that several commands share. */
export interface ExecutionOptions {
  /** `workers` or `inline`. */
  readonly executor?: string;
  /** Number of workers. */
  readonly workers?: string;
  /** No progress. */
  readonly quiet?: true;
  /** Events as JSON lines. */
  readonly json?: true;
}

/** Declares the options of `ExecutionOptions`. */
export function executionOptions(program: Program): Program {
  return program
    .option("--executor <name>", "workers, or inline: in this thread", "workers")
    .option(
      "--workers <count>",
      `workers that run trials (default: one a core, ${availableParallelism()} here)`,
    )
    .option("--quiet", "no progress")
    .option("--json", "events as JSON lines on standard output, no progress");
}

/**
 * The executor that the options ask for.
 *
 * @throws UsageError for an unknown one, or a number of workers without meaning
 */
export function executorOf({ executor = "workers", workers: count }: ExecutionOptions): Executor {
  if (executor !== "workers" && executor !== "inline")
    unknownName("executor", executor, ["workers", "inline"]);
  if (executor === "inline") return inline();
  return count === undefined ? workers() : workers({ count: positiveInteger("--workers", count) });
}

/**
 * A positive integer from the command line.
 *
 * @param what - the option, for the message
 * @param text - as typed
 * @throws UsageError where it is none
 */
export function positiveInteger(what: string, text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new UsageError(`${what} must be a positive integer, got ${text}`);
}

/**
 * A seed from the command line.
 *
 * @param text - as typed
 * @throws UsageError where it is no integer from 0 to 2^53 - 1
 */
export function seedOf(text: string): number {
  const value = Number(text);
  if (text.trim() !== "" && Number.isSafeInteger(value) && value >= 0) return value;
  throw new UsageError(`--seed must be an integer from 0 to 2^53 - 1, got ${text}`);
}

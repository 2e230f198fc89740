import { type Stream, stream } from "@onsager/random";
import { requireFunction } from "../argument-checks.ts";
import type { Plan, Point } from "../tasks/plan.ts";
import type { Task } from "../tasks/task.ts";
import { moduleUrl } from "./module-url.ts";
import { useRelaxedSimd } from "./relaxed-simd.ts";
import { type Row, requireRow } from "./row.ts";

/** What a plan's export is: an object with one synchronous, single-threaded trial that depends on nothing but its arguments. */
export interface TrialSource {
  /** Runs one trial at a point with random numbers of its own. */
  run(point: Point, random: Stream): Row;
}

/** The result of a trial and what it took. */
export interface Outcome {
  /** What the trial found. */
  readonly row: Row;
  /** Its time by the clock. */
  readonly seconds: number;
}

/** A plan's trial, ready to run in this thread. */
export interface Trial {
  /** The kernels that compute, as the plan's `backend` says. */
  readonly backend: string | undefined;
  /** Runs the trial of a task with the stream `stream(seed).split(key)`. */
  run(task: Task): Outcome;
}

type Module = Readonly<Record<string, unknown>>;

function backendOf(module: Module, name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const backend = module[name];
  requireFunction("loadTrial", `export ${name} of the module`, backend);
  const found: unknown = (backend as () => unknown)();
  if (typeof found !== "object" || found === null) return String(found);
  return Object.values(found)
    .filter((part) => typeof part === "string")
    .join(" ");
}

/**
 * Imports the trial of a plan into this thread, so that any cell of a run can be computed again alone.
 *
 * Switches on relaxed SIMD where it is behind a flag (Node 20), for the whole process.
 *
 * @param plan - the plan
 * @returns the trial
 * @throws Error if the module cannot be imported; TypeError if it has no such export
 *
 * @example
 * const trial = await loadTrial(plan);
 * trial.run(expandPlan(plan)[7]).row; // the same numbers as in the run
 */
export async function loadTrial(plan: Plan): Promise<Trial> {
  useRelaxedSimd();
  const module = (await import(moduleUrl(plan.module))) as Module;
  const source = module[plan.export] as TrialSource | undefined;
  requireFunction("loadTrial", `run of export ${plan.export} of ${plan.module}`, source?.run);
  const root = stream(plan.seed);
  return {
    backend: backendOf(module, plan.backend),
    run: (task) => {
      const random = root.split(task.key);
      const start = performance.now();
      const row: unknown = source!.run(task.point, random);
      const seconds = (performance.now() - start) / 1000;
      requireRow("run", row);
      return { row, seconds };
    },
  };
}

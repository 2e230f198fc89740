import { reject, rejectKind, requireInteger } from "../argument-checks.ts";

/** The values of the parameters at one point of a grid. */
export type Point = Readonly<Record<string, number | string | boolean>>;

/** What is to be run: an object of a module, at every point, `replicates` times each. */
export interface Plan {
  /** Name of the experiment. */
  readonly name: string;
  /**
   * The module that an executor imports: a URL, an absolute path, or a package that is found from here or from the current
   * folder. It is no part of the plan's identity: the same experiment may lie elsewhere tomorrow.
   */
  readonly module: string;
  /** Name of the module's export that runs a trial, a `TrialSource`. */
  readonly export: string;
  /** Name of a function that the module exports and that says which kernels compute, a string or `{ name, detail }`; recorded with each result. */
  readonly backend?: string;
  /** The points, each once; their order is that of the results. */
  readonly points: readonly Point[];
  /** Trials at each point, a positive integer. */
  readonly replicates: number;
  /** Seed of the run: an integer in [0, 2^53), or in [0, 2^64) as a bigint. Every trial has a stream of its own, split from it by the task's key. */
  readonly seed: number | bigint;
  /** What else the record should say, such as versions: any JSON. It is no part of the plan's identity. */
  readonly about?: Readonly<Record<string, unknown>>;
}

function requireText(call: string, argument: string, value: unknown): void {
  if (typeof value !== "string" || value === "")
    rejectKind(call, argument, "be a string that is not empty", value);
}

function requireSeed(call: string, seed: number | bigint): void {
  if (typeof seed !== "bigint") requireInteger(call, "plan.seed", seed, 0, Number.MAX_SAFE_INTEGER);
  else if (seed < 0n || seed >= 2n ** 64n) reject(call, "plan.seed", "be from 0 to 2^64 - 1", seed);
}

function requirePoint(call: string, argument: string, point: Point): void {
  if (typeof point !== "object" || point === null || Array.isArray(point))
    rejectKind(call, argument, "be a record of parameters", point);
  for (const [name, value] of Object.entries(point)) {
    const legal = typeof value === "string" || typeof value === "boolean" || Number.isFinite(value);
    if (!legal) reject(call, `${argument}.${name}`, "be a finite number, a string or a boolean", value);
  }
}

function requireJson(call: string, argument: string, value: unknown): void {
  try {
    JSON.stringify(value);
  } catch {
    rejectKind(call, argument, "be JSON", value);
  }
}

/** Requires a plan whose every part is of its kind and in its range. */
export function requirePlan(call: string, plan: Plan): void {
  if (typeof plan !== "object" || plan === null) rejectKind(call, "plan", "be an object", plan);
  for (const field of ["name", "module", "export"] as const) requireText(call, `plan.${field}`, plan[field]);
  if (plan.backend !== undefined) requireText(call, "plan.backend", plan.backend);
  if (!Array.isArray(plan.points) || plan.points.length === 0)
    rejectKind(call, "plan.points", "be a list that is not empty", plan.points);
  for (const [i, point] of plan.points.entries()) requirePoint(call, `plan.points[${i}]`, point);
  requireInteger(call, "plan.replicates", plan.replicates, 1, 2 ** 31);
  requireInteger(call, "the number of trials", plan.points.length * plan.replicates, 1, 2 ** 31 - 1);
  requireSeed(call, plan.seed);
  requireJson(call, "plan.about", plan.about ?? {});
}

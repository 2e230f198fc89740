import { rejectKind } from "../argument-checks.ts";
import { type Plan, type Point, requirePlan } from "./plan.ts";

/** One trial of a plan. */
export interface Task {
  /**
   * What the trial is, as text: the point as JSON with its names in order, a slash, the replicate, such as `{"alpha":0.5}/3`. It
   * depends on nothing else of the plan, and is the path of the trial's stream: `stream(seed).split(key)`.
   */
  readonly key: string;
  /** The values of the parameters. */
  readonly point: Point;
  /** Number of the replicate, from 0. */
  readonly replicate: number;
}

/** A point as text: JSON with the names in order, where a slash, which separates the steps of a stream's path, is `\u002f`. */
export function pointText(point: Point): string {
  const sorted = Object.fromEntries(
    Object.keys(point)
      .sort()
      .map((name) => [name, point[name]]),
  );
  return JSON.stringify(sorted).replaceAll("/", "\\u002f");
}

/** The trial at a position of the plan: replicates of a point follow one another. */
export function taskAt(plan: Plan, index: number): Task {
  const replicate = index % plan.replicates;
  const point = plan.points[(index - replicate) / plan.replicates]!;
  return { key: `${pointText(point)}/${replicate}`, point, replicate };
}

/** The trials of a plan, in their order. */
export function* tasksOf({ points, replicates }: Plan): Generator<Task> {
  for (const point of points) {
    const text = pointText(point);
    for (let replicate = 0; replicate < replicates; replicate++)
      yield { key: `${text}/${replicate}`, point, replicate };
  }
}

/** The position of every trial by its key. Throws if a point is there twice. */
export function requireTasks(call: string, plan: Plan): Map<string, number> {
  const positions = new Map<string, number>();
  for (const { key, replicate } of tasksOf(plan)) {
    if (replicate === 0 && positions.has(key))
      rejectKind(call, "plan.points", "have each point once", key.slice(0, -2));
    positions.set(key, positions.size);
  }
  return positions;
}

/**
 * The trials of a plan, grid times replicates.
 *
 * @param plan - what is to be run
 * @returns the tasks, points in their order and the replicates of a point one after the other
 * @throws TypeError or RangeError if a part of the plan is of a wrong kind or out of range, or a point is there twice
 */
export function expandPlan(plan: Plan): Task[] {
  requirePlan("expandPlan", plan);
  requireTasks("expandPlan", plan);
  return [...tasksOf(plan)];
}

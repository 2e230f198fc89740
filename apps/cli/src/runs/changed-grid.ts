import type { Experiment, Grid, Point } from "@onsager/experiments";
import { pointProblems } from "@onsager/experiments";
import { UsageError } from "../usage-error.ts";
import type { Assignment } from "./parse-values.ts";

/** More trials than this are taken for a mistake. */
const MOST = 100_000_000;

/**
 * The grid of a size with some parameters replaced by other values, one or more each.
 *
 * @param experiment - which says what values are valid
 * @param grid - where to start
 * @param changes - parameters and their values; each is combined with all others
 * @param replicates - instead of the grid's
 * @throws UsageError for values out of range, or too many trials
 */
export function changedGrid(
  experiment: Experiment,
  grid: Grid,
  changes: readonly Assignment[],
  replicates: number = grid.replicates,
): Grid {
  const size = changes.reduce((product, [, values]) => product * values.length, replicates);
  if (size > MOST) throw new UsageError(`a run must have at most ${MOST} trials, got ${size} at each point`);
  const points = changes.reduce(replaced, grid.points);
  for (const point of points) {
    const [problem] = pointProblems(experiment.parameters, point);
    if (problem !== undefined) throw new UsageError(`${experiment.name}: ${problem}`);
  }
  return { points, replicates };
}

function replaced(points: readonly Point[], [key, values]: Assignment): Point[] {
  const others = new Map(points.map((point) => [JSON.stringify({ ...point, [key]: null }), point]));
  return [...others.values()].flatMap((point) => values.map((value) => ({ ...point, [key]: value })));
}

import type { Experiment, Results, Trial } from "./experiment.ts";
import type { Point } from "./point.ts";
import type { Row } from "./row.ts";

/** The same text for equal points, whatever the order of their parameters. */
function keyOf(point: Point): string {
  return JSON.stringify(Object.entries(point).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * The trials of a run with the theory of their experiment, computed once a point.
 *
 * @param experiment - which may have no theory; then it is empty everywhere
 * @param trials - in any order
 */
export function resultsOf<P extends Point, R extends Row>(
  experiment: Pick<Experiment<P, R>, "theory">,
  trials: readonly Trial<P, R>[],
): Results<P, R> {
  const known = new Map<string, Partial<R>>();
  return {
    trials,
    theory(point) {
      const key = keyOf(point);
      const theory = known.get(key) ?? experiment.theory?.(point) ?? {};
      known.set(key, theory);
      return theory;
    },
  };
}

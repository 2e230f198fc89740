import type { Trial } from "../experiment.ts";
import type { Point } from "../point.ts";
import type { Row } from "../row.ts";
import { meanOf } from "../statistics/mean.ts";
import { type MeanPoints, meanPoints } from "./mean-points.ts";

/** The means of a cell over all trials that have the same value of a parameter, in increasing order of that. */
export function meansAlong<P extends Point, R extends Row>(
  trials: readonly Trial<P, R>[],
  parameter: keyof P,
  cell: keyof R,
): MeanPoints {
  const values = new Map<number, number[]>();
  for (const { point, result } of trials) {
    const x = Number(point[parameter]);
    values.set(x, [...(values.get(x) ?? []), Number(result[cell])]);
  }
  const groups = [...values].sort(([a], [b]) => a - b);
  return meanPoints(
    groups.map(([x]) => x),
    groups.map(([, group]) => meanOf(group)),
  );
}

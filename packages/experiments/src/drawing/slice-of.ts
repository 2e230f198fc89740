import type { Results, Trial } from "../experiment.ts";
import type { Point } from "../point.ts";
import type { Row } from "../row.ts";
import { defaultPoint, type Schema } from "../schema.ts";

/** The trials that a figure with some axes can show at once. */
export interface Slice<P extends Point, R extends Row> {
  /** The first trial's point: all have its parameters, but for those along the axes. */
  readonly base: P;
  /** The trials that share them. */
  readonly trials: readonly Trial<P, R>[];
}

/** The trials that differ from the first one along `axes` alone; without trials the base has every parameter at its default. */
export function sliceOf<P extends Point, R extends Row>(
  { trials }: Results<P, R>,
  schema: Schema<P>,
  axes: readonly (keyof P)[],
): Slice<P, R> {
  const base = trials[0]?.point ?? defaultPoint(schema);
  const fixed = Object.keys(schema).filter((name) => !axes.includes(name));
  return { base, trials: trials.filter(({ point }) => fixed.every((name) => point[name] === base[name])) };
}

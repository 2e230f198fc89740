import { rejectKind, requireInteger, requireOptions } from "./argument-checks.ts";
import type { Point } from "./point.ts";

/** Points, each to be run several times. */
export interface Grid<P extends Point = Point> {
  /** Where trials are run; all different. */
  readonly points: readonly P[];
  /** Trials at each point, which differ in their random streams alone; at least 1. */
  readonly replicates: number;
}

/** Values of some parameters by their names. */
export type Axes = Readonly<Record<string, readonly Point[string][]>>;

/** What `grid` multiplies out. */
export interface GridOptions<F extends Point, A extends Axes> {
  /** Parameters that are the same at all points. */
  readonly fixed: F;
  /** The values of the others, one or more each. */
  readonly axes: A;
  /** Trials at each point. */
  readonly replicates: number;
}

/**
 * All combinations of the values of some parameters, the last one running fastest.
 *
 * @param options - `fixed` parameters, `axes` of the others, `replicates`
 * @throws TypeError for an axis without values, RangeError unless `replicates` is a positive integer
 *
 * @example
 * grid({ fixed: { dimension: 200 }, axes: { variance: [0.5, 1] }, replicates: 3 }).points; // two points
 */
export function grid<F extends Point, A extends Axes>(
  options: GridOptions<F, A>,
): Grid<F & { readonly [K in keyof A]: A[K][number] }> {
  requireOptions("grid", options);
  const { fixed, axes, replicates } = options;
  requireInteger("grid", "replicates", replicates, 1, 2 ** 31);
  const points = Object.entries(axes).reduce<Point[]>(
    (all, [name, values]) => {
      if (!(values?.length > 0)) rejectKind("grid", `axes.${name}`, "have at least one value", values);
      return all.flatMap((point) => values.map((value) => ({ ...point, [name]: value })));
    },
    [{ ...fixed }],
  );
  return { points: points as (F & { readonly [K in keyof A]: A[K][number] })[], replicates };
}

import { rejectKind, requireInteger } from "./argument-checks.ts";
import type { Curve } from "./data/curve.ts";
import { curveOf } from "./data/curve-of.ts";
import type { FitOptions } from "./fit-options.ts";

/** What is known of the points, and how many make a slope. */
export interface LocalSlopesOptions extends Pick<FitOptions, "seeds" | "standardErrors"> {
  /** Neighbouring points of which a slope is made, 2 or more; default 2. */
  readonly window?: number;
}

/** The slope of a curve in logarithms at one place. */
export interface LocalSlope {
  /** The geometric mean of the points' x. */
  readonly x: number;
  /** d log y / d log x: minus the exponent of a power law. */
  readonly slope: number;
  /** To first order; NaN where neither seeds nor standard errors are given. */
  readonly standardError: number;
}

/**
 * Slopes of the straight lines through neighbouring points in logarithms: slope = sum_i c_i log y_i with
 * c_i = (log x_i - mean)/sum (log x - mean)^2. Where they settle a curve is a power law.
 *
 * @param x - positive numbers, different ones unless there are seeds
 * @param y - as many positive numbers; averaged over the seeds at each x
 * @param options - seeds or standard errors, points in a slope
 * @returns one slope for each window of neighbours, in the order of x
 * @throws TypeError when lengths do not fit or points are too few; RangeError when numbers are not positive
 */
export function localSlopes(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  options: LocalSlopesOptions = {},
): readonly LocalSlope[] {
  const { window = 2 } = options;
  const curve = curveOf("localSlopes", x, y, options);
  const order = Array.from(curve.x.keys()).sort((i, j) => curve.x[i]! - curve.x[j]!);
  requireInteger("localSlopes", "window", window, 2, order.length);
  if (new Set(curve.x).size < order.length)
    rejectKind("localSlopes", "x", "have different values without seeds", x);
  return order.slice(window - 1).map((_, start) => slopeOf(curve, order.slice(start, start + window)));
}

function slopeOf(curve: Curve, places: readonly number[]): LocalSlope {
  const logs = places.map((place) => Math.log(curve.x[place]!));
  const mean = logs.reduce((sum, value) => sum + value, 0) / logs.length;
  const spread = logs.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const coefficients = new Map(places.map((place, i) => [place, (logs[i]! - mean) / spread]));
  let slope = 0;
  for (const [place, c] of coefficients) slope += c * Math.log(curve.y[place]!);
  return { x: Math.exp(mean), slope, standardError: Math.sqrt(varianceOf(curve, coefficients)) };
}

/** The variance of sum_i c_i log y_i. */
function varianceOf({ y, weights, errors }: Curve, coefficients: ReadonlyMap<number, number>): number {
  if (errors.kind === "scatter") return Number.NaN;
  if (errors.kind === "known")
    return [...coefficients].reduce((sum, [place, c]) => sum + c ** 2 / weights[place]!, 0);
  const { seeds } = errors;
  const influences = seeds.map((seed) =>
    seed.places.reduce((sum, place, i) => {
      const c = coefficients.get(place) ?? 0;
      return sum + (c * (seed.y[i]! - y[place]!)) / (y[place]! * weights[place]!);
    }, 0),
  );
  return (seeds.length / (seeds.length - 1)) * influences.reduce((sum, u) => sum + u ** 2, 0);
}

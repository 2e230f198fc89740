import {
  rejectKind,
  requireFinite,
  requireFiniteArray,
  requireInteger,
  requireLength,
  requirePositive,
} from "./argument-checks.ts";
import type { BootstrapOptions } from "./bootstrap/bootstrap.ts";
import { drawUnits } from "./bootstrap/draw-units.ts";
import { deviationOf, tailsOf } from "./bootstrap/spread.ts";
import { averageSeeds, splitSeeds } from "./data/average-seeds.ts";
import type { FitOptions } from "./fit-options.ts";
import type { Stream } from "./random.ts";
import { requireProbability } from "./require-probability.ts";
import { crossing, directionOf } from "./threshold/crossing.ts";

/** What is known of the points, and how to make the interval. */
export interface CrossingOptions
  extends Pick<FitOptions, "seeds" | "standardErrors">,
    Pick<BootstrapOptions<unknown>, "replicates" | "confidence"> {
  /** Between points x is taken linearly, or by its logarithm; default `linear`. */
  readonly scale?: "linear" | "log";
}

/** Where a curve passes a level. */
export interface Crossing {
  /** The place; -Infinity where it lies before all points, Infinity where it lies behind them. */
  readonly x: number;
  /** The standard deviation over bootstrap samples in which it lies among the points; NaN without a bootstrap. */
  readonly standardError: number;
  /** Its interval, of plain quantiles, with an end at infinity where that lies outside of the points; NaN without a bootstrap. */
  readonly interval: readonly [low: number, high: number];
}

/**
 * Where a curve that rises or falls through a level passes it, such as an overlap at a threshold.
 *
 * y is averaged over seeds, made monotone in the direction in which it goes by and large (neighbours against it are pooled), and taken
 * linearly between points. Errors come from whole seeds, which are drawn with replacement, or from normal laws of the standard errors.
 *
 * @param x - finite numbers; positive where the scale is `log`
 * @param y - as many finite numbers
 * @param level - a finite number
 * @param options - seeds or standard errors, scale, bootstrap samples, confidence
 * @param random - a stream for the bootstrap
 * @throws TypeError when lengths do not fit or there are fewer than two different x; RangeError when numbers are out of range
 */
export function thresholdCrossing(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  level: number,
  options: CrossingOptions = {},
  random?: Stream,
): Crossing {
  const { scale = "linear", seeds, standardErrors } = options;
  requirePoints(x, y, level, options);
  const places = scale === "log" ? Float64Array.from(x, Math.log) : Float64Array.from(x);
  const locate = seeds ? bySeeds(places, y, seeds, level) : byPoints(places, y, standardErrors, level);
  const back = (place: number) => (scale === "log" && Number.isFinite(place) ? Math.exp(place) : place);
  const noise = seeds || standardErrors ? random : undefined;
  return { x: back(locate()), ...spreadOf(() => back(locate(noise)), options, noise !== undefined) };
}

function requirePoints(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  level: number,
  options: CrossingOptions,
): void {
  const call = "thresholdCrossing";
  const { scale = "linear", seeds, standardErrors } = options;
  requireFiniteArray(call, "x", x);
  requireFiniteArray(call, "y", y);
  requireFinite(call, "level", level);
  requireLength(call, "y", y.length, x.length, "the length of x");
  if (new Set(Array.from(x)).size < 2) rejectKind(call, "x", "have two or more different values", x.length);
  if (scale !== "linear" && scale !== "log") rejectKind(call, "scale", "be linear or log", scale);
  if (scale === "log") for (let i = 0; i < x.length; i++) requirePositive(call, `x[${i}]`, x[i]!);
  if (seeds && standardErrors)
    rejectKind(call, "standardErrors", "be left out where there are seeds", standardErrors);
  for (const [name, values] of Object.entries({ seeds, standardErrors })) {
    if (values) requireLength(call, name, values.length, x.length, "the length of x");
  }
  for (let i = 0; i < (standardErrors?.length ?? 0); i++)
    requirePositive(call, `standardErrors[${i}]`, standardErrors![i]!);
}

/** Finds the place for the points themselves, or for a sample of them. */
type Locate = (random?: Stream) => number;

function bySeeds(
  x: Float64Array,
  y: ArrayLike<number>,
  seeds: ArrayLike<number | string>,
  level: number,
): Locate {
  const split = splitSeeds(x, y, seeds);
  const whole = averageSeeds(split.x, split.seeds);
  const direction = directionOf(whole);
  return (random) =>
    crossing(random ? averageSeeds(split.x, drawUnits(split.seeds, random)) : whole, level, direction);
}

function byPoints(
  x: Float64Array,
  y: ArrayLike<number>,
  errors: ArrayLike<number> | undefined,
  level: number,
): Locate {
  const order = Array.from(x.keys()).sort((i, j) => x[i]! - x[j]!);
  const inOrder = (values: ArrayLike<number>) => Float64Array.from(order, (i) => values[i]!);
  const spread = errors && inOrder(errors);
  const weights = spread ? spread.map((error) => error ** -2) : new Float64Array(x.length).fill(1);
  const whole = { x: inOrder(x), y: inOrder(y), weights };
  const direction = directionOf(whole);
  return (random) => {
    const noisy =
      random && spread ? whole.y.map((value, i) => value + spread[i]! * random.normal()) : whole.y;
    return crossing({ ...whole, y: noisy }, level, direction);
  };
}

function spreadOf(sample: () => number, options: CrossingOptions, noisy: boolean): Omit<Crossing, "x"> {
  const { replicates = 999, confidence = 0.95 } = options;
  requireInteger("thresholdCrossing", "replicates", replicates, 20, 1e7);
  requireProbability("thresholdCrossing", "confidence", confidence);
  const places = Float64Array.from({ length: noisy ? replicates : 0 }, sample);
  return { standardError: deviationOf(places), interval: tailsOf(places, confidence) };
}

import type { Evolution, EvolveOptions } from "./evolve.ts";
import { type Evolved, relativeChange, sweep } from "./sweep.ts";

/** A sweep from x to f. */
interface Swept {
  readonly x: Float64Array;
  readonly f: Float64Array;
}

/** Largest relative leap beyond a sweep. Fixed points that are closer to one another than this are not leapt over: they slow sweeps down. */
const LARGEST_LEAP = 0.05;
/** The part of the way to where changes would vanish that is leapt: approached from below, they vanish a little earlier. */
const SHARE = 0.9;
/** While overlaps are this small they grow in proportion to themselves. */
const LINEAR = 1e-5;
/** A step back of this relative size is rounding. */
const ROUNDING = 1e-14;

/**
 * Approaches the fixed point that plain sweeps reach, from the same side, in far fewer sweeps near thresholds. On the Bayes-optimal
 * line a sweep increases in every overlap, so that sweeps from a start that rises (or falls) in every overlap never turn. Each is
 * extended by a leap (Anderson's, of depth one: in one variable, the secant method); a leap after which an overlap turns has passed
 * the fixed point and is taken back.
 */
export function* approach(
  evolved: Evolved,
  start: Evolution,
  { schedule, floor, tolerance, maximumIterations }: EvolveOptions,
): Generator<Evolution, void> {
  const scales = evolved.priors.map(({ secondMoment }) => secondMoment);
  let before: Swept | undefined;
  let x = start.m;
  let direction = 0;
  let boldness = 1;
  for (let iteration = 1; iteration <= maximumIterations; iteration++) {
    const { m: f } = sweep(evolved, { m: x, q: x }, schedule, floor);
    direction ||= directionOf({ x, f });
    if (before && turns({ x, f }, direction)) {
      [x, before] = [before.f, undefined];
      boldness /= 2;
      continue;
    }
    const residual = relativeChange({ m: x, q: x }, { m: f, q: f });
    yield { m: f, q: f, iteration, residual };
    if (residual <= tolerance) return;
    const now = { x, f };
    x = before ? leap(before, now, direction, scales, boldness) : f;
    before = now;
    boldness = Math.min(1.2 * boldness, 1);
  }
}

function directionOf({ x, f }: Swept): number {
  return f.some((value, a) => value > x[a]!) ? 1 : -1;
}

function turns({ x, f }: Swept, direction: number): boolean {
  return f.some((value, a) => direction * (value - x[a]!) < -ROUNDING * value);
}

/**
 * The point to sweep from next: where the changes of the last two sweeps, continued, vanish, or as far on as is safe. Overlaps that
 * would be leapt back stay.
 */
function leap(before: Swept, now: Swept, direction: number, scales: readonly number[], boldness: number): Float64Array {
  const { x, f } = now;
  const weight = mixing(before, now);
  const grows = !(weight < 0);
  const way = f.map((value, a) => {
    const change = grows ? value - x[a]! : -SHARE * weight * (value - before.f[a]!);
    return direction * change > 0 ? change : 0;
  });
  const part = way.reduce(
    (least, change, a) =>
      change === 0 ? least : Math.min(least, limit(f[a]!, scales[a]!) / Math.abs(change)),
    grows ? Infinity : 1,
  );
  return f.map((value, a) => (way[a] === 0 ? value : value + boldness * part * way[a]!));
}

function limit(overlap: number, scale: number): number {
  return overlap * (overlap < LINEAR * scale ? 0.9 : LARGEST_LEAP);
}

/** The theta that minimises |g - theta (g - g_before)| of relative changes g; negative where they shrink. */
function mixing(before: Swept, now: Swept): number {
  let product = 0;
  let square = 0;
  now.f.forEach((value, a) => {
    if (value === 0) return;
    const change = (value - now.x[a]!) / value;
    const difference = change - (before.f[a]! - before.x[a]!) / value;
    product += change * difference;
    square += difference * difference;
  });
  return product / square;
}

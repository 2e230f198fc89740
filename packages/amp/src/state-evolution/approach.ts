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
  for (let iteration = 1; iteration <= maximumIterations; iteration++) {
    const { m: f } = sweep(evolved, { m: x, q: x }, schedule, floor);
    direction ||= directionOf({ x, f });
    if (before && turns({ x, f }, direction)) {
      [x, before] = [before.f, undefined];
      continue;
    }
    const residual = relativeChange({ m: x, q: x }, { m: f, q: f });
    yield { m: f, q: f, iteration, residual };
    if (residual <= tolerance) return;
    const now = { x, f };
    x = before ? leap(before, now, direction, scales) : f;
    before = now;
  }
}

function directionOf({ x, f }: Swept): number {
  return f.some((value, a) => value > x[a]!) ? 1 : -1;
}

function turns({ x, f }: Swept, direction: number): boolean {
  return f.some((value, a) => direction * (value - x[a]!) < -ROUNDING * value);
}

/** The point to sweep from next: where the changes of the last two sweeps, continued, vanish, if that lies ahead; not too far on. */
function leap(before: Swept, now: Swept, direction: number, scales: readonly number[]): Float64Array {
  const { f } = now;
  const linear = f.every((value, a) => value < LINEAR * scales[a]!);
  const largest = linear ? 1 : LARGEST_LEAP;
  const weight = mixing(before, now);
  const ahead = f.map((value, a) => -SHARE * weight * (value - before.f[a]!));
  const grows = !(weight < 0);
  return f.map((value, a) => {
    const limit = value === now.x[a] ? 0 : largest * value;
    const wanted = grows ? limit : Math.max(direction * ahead[a]!, 0);
    return value + direction * Math.min(wanted, limit);
  });
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

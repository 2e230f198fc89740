/** A sweep from x to f. */
export interface Swept {
  readonly x: Float64Array;
  readonly f: Float64Array;
}

/** What a leap is made of. */
export interface LeapOptions {
  readonly before: Swept;
  /** From where the leap goes. */
  readonly now: Swept;
  /** 1 where overlaps rise, -1 where they fall. */
  readonly direction: number;
  /** The largest value of each overlap. */
  readonly scales: readonly number[];
  /** Part of the way that is dared, in (0, 1]. */
  readonly boldness: number;
}

/** Largest relative leap: fixed points are told apart that are further from one another. */
const LARGEST_LEAP = 0.05;
/** While overlaps are this small they grow in proportion to themselves, and may leap further. */
const LINEAR = 1e-5;
const LARGEST_LINEAR_LEAP = 0.9;
/** The part of the way to where changes would vanish that is leapt: approached from below, they vanish a little earlier. */
const SHARE = 0.9;

/**
 * The point to sweep from next: where the changes of the last two sweeps, continued, vanish, or as far on as is safe where they grow
 * (Anderson's mixing of depth one; in one variable, the secant method). An overlap that would leap back stays.
 */
export function leap({ before, now, direction, scales, boldness }: LeapOptions): Float64Array {
  const { x, f } = now;
  const weight = mixing(before, now);
  const grows = !(weight < 0);
  const way = f.map((value, a) => {
    const change = grows ? value - x[a]! : -SHARE * weight * (value - before.f[a]!);
    return direction * change > 0 ? change : 0;
  });
  const parts = Array.from(way, (change, a) =>
    change === 0 ? Infinity : limit(f[a]!, scales[a]!) / Math.abs(change),
  );
  const part = boldness * Math.min(grows ? Infinity : 1, ...parts);
  return f.map((value, a) => (way[a] === 0 ? value : value + part * way[a]!));
}

function limit(overlap: number, scale: number): number {
  return overlap * (overlap < LINEAR * scale ? LARGEST_LINEAR_LEAP : LARGEST_LEAP);
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

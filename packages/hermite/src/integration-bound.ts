import { normalDensity } from "./normal-density.ts";
import type { Sample } from "./sample.ts";

const leastBound = 12;
/** Beyond it the density is not a normal double. */
const greatestBound = 37;
const samplesPerUnit = 4;
/** Kinks farther out have no room for the tail behind them, and no weight. */
const farthestKink = greatestBound - 5;

/** Where to cut E[f(z)] off, and whether what lies beyond is negligible. */
export interface IntegrationBound {
  readonly bound: number;
  readonly negligible: boolean;
}

/**
 * The smallest integer b >= 12, beyond all reachable kinks, such that |f| phi integrated over b - 1 < |z| < b is below
 * `fraction` of the integral over |z| < b.
 */
export function integrationBound(
  f: (z: number) => Sample,
  kinks: readonly number[],
  fraction: number,
): IntegrationBound {
  const reachable = kinks.map(Math.abs).filter((kink) => kink < farthestKink);
  const least = Math.ceil(Math.max(leastBound - 1, ...reachable)) + 1;
  let inside = 0;
  for (let bound = 1; bound <= greatestBound; bound++) {
    const last = shell(f, bound);
    inside += last;
    if (bound >= least && inside > 0 && last <= fraction * inside && inside < Infinity)
      return { bound, negligible: true };
  }
  return { bound: greatestBound, negligible: inside === 0 };
}

/** The integral of |f| phi over bound - 1 < |z| < bound by the midpoint rule. */
function shell(f: (z: number) => Sample, bound: number): number {
  let sum = 0;
  for (let i = 0.5; i < samplesPerUnit; i++) {
    const z = bound - i / samplesPerUnit;
    sum += normalDensity(z) * (f(z).magnitude + f(-z).magnitude);
  }
  return sum / samplesPerUnit;
}

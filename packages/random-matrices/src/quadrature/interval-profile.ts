import type { Interval } from "../spectral-law.ts";
import { type Cumulative, cumulative } from "./cumulative.ts";

/**
 * The integral of a density over an interval at whose edges it may vanish or diverge. Each half is integrated over t, the square root
 * of the distance from its edge: densities like the root of the distance, or its inverse, are then smooth.
 */
export function intervalProfile(density: (x: number) => number, [lower, upper]: Interval): Cumulative {
  const reach = (upper - lower) / 2;
  const half = (edge: number, direction: number) =>
    cumulative(
      (t) => 2 * reach * t * density(edge + direction * reach * t * t),
      0,
      1,
      (t) => (Math.abs(edge) * Number.EPSILON) / (reach * t * t),
    );
  const left = half(lower, 1);
  const right = half(upper, -1);
  const mass = left.mass + right.mass;
  return {
    mass,
    below: (x) =>
      x < lower + reach
        ? left.below(Math.sqrt(Math.max(0, x - lower) / reach))
        : mass - right.below(Math.sqrt(Math.max(0, upper - x) / reach)),
    at: (wanted) =>
      wanted < left.mass
        ? lower + reach * left.at(wanted) ** 2
        : upper - reach * right.at(mass - wanted) ** 2,
  };
}

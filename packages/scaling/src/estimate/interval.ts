import studentQuantile from "@stdlib/stats-base-dists-t-quantile";
import { tailsOf } from "../bootstrap/spread.ts";
import type { Estimate, FitResult } from "../fit-result.ts";

/** A quantity that follows from a fit, with its standard error and its interval. */
export interface Quantity {
  readonly value: number;
  readonly standardError: number;
  readonly interval: readonly [low: number, high: number];
}

/** From which an interval is made. */
export type Basis = Pick<
  FitResult,
  "estimate" | "replicates" | "confidence" | "interval" | "degreesOfFreedom"
>;

// Fewer say little of a tail.
const leastReplicates = 20;
const step = 1e-5;

/** The quantity g of a fit's coordinates: standard error to first order, and the interval that the fit says. */
export function quantityOf(basis: Basis, g: (coordinates: Float64Array) => number): Quantity {
  const { value, standardError } = withError(basis.estimate, g);
  return { value, standardError, interval: intervalOf(basis, g, value, standardError) };
}

function withError(
  { coordinates, covariance }: Estimate,
  g: (u: Float64Array) => number,
): { value: number; standardError: number } {
  const p = coordinates.length;
  const gradient = coordinates.map((_, i) => slopeAlong(g, coordinates, i));
  const variance = covariance.reduce(
    (sum, entry, at) => sum + entry * gradient[Math.floor(at / p)]! * gradient[at % p]!,
    0,
  );
  return { value: g(coordinates), standardError: Math.sqrt(variance) };
}

function slopeAlong(g: (u: Float64Array) => number, u: Float64Array, i: number): number {
  const h = step * (1 + Math.abs(u[i]!));
  const [above, below] = [u.slice(), u.slice()];
  above[i]! += h;
  below[i]! -= h;
  return (g(above) - g(below)) / (2 * h);
}

function intervalOf(
  basis: Basis,
  g: (u: Float64Array) => number,
  value: number,
  standardError: number,
): readonly [number, number] {
  const { replicates, confidence, interval, degreesOfFreedom } = basis;
  const tail = (1 - confidence) / 2;
  if (interval === "student") {
    // Beyond a million degrees of freedom it is the normal law.
    const reach = studentQuantile(1 - tail, Math.min(degreesOfFreedom, 1e6)) * standardError;
    return [value - reach, value + reach];
  }
  const spread = replicates.map((replicate) => {
    const own = withError(replicate, g);
    return interval === "percentile" ? own.value : (own.value - value) / own.standardError;
  });
  const finite = Float64Array.from(spread.filter(Number.isFinite));
  if (finite.length < leastReplicates) return [Number.NaN, Number.NaN];
  const [low, high] = tailsOf(finite, confidence);
  return interval === "percentile"
    ? [low, high]
    : [value - high * standardError, value - low * standardError];
}

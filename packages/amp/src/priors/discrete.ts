import { reject, rejectKind, requireFiniteArray, requireLength, requireOptions } from "../argument-checks.ts";
import { atom } from "../parts/gaussian-part.ts";
import { mixture } from "../parts/mixture.ts";
import type { Prior } from "../prior.ts";

/** Options of `discrete`. */
export interface DiscreteOptions {
  /** w_k, finite, at least one. */
  readonly points: readonly number[];
  /** p_k >= 0, with sum 1; default equal weights. */
  readonly weights?: readonly number[];
}

const tolerance = 1e-12;

/**
 * P = sum_k p_k delta_{w_k}. eta = sum_k w_k p_k exp(-A w_k^2/2 + B w_k)/Z.
 *
 * @param options - `points` w_k; `weights` p_k >= 0 with sum 1 (to 1e-12), default equal ones
 * @throws RangeError or TypeError when an option is not as described
 */
export function discrete(options: DiscreteOptions): Prior {
  requireOptions("discrete", options);
  const { points } = options;
  requireFiniteArray("discrete", "points", points);
  if (points.length === 0) rejectKind("discrete", "points", "have at least one entry", points.length);
  const { weights = points.map(() => 1 / points.length) } = options;
  requireWeights(weights, points.length);
  return mixture({
    name: "discrete",
    components: points.map((point, k) => ({ weight: weights[k]!, part: atom(point) })),
    symmetric: points.every((point, k) => weightAt(point) === weightAt(-point) && weights[k]! >= 0),
  });

  function weightAt(w: number): number {
    return points.reduce((sum, point, k) => (point === w ? sum + weights[k]! : sum), 0);
  }
}

function requireWeights(weights: readonly number[], count: number): void {
  requireFiniteArray("discrete", "weights", weights);
  requireLength("discrete", "weights", weights.length, count, "points.length");
  const negative = weights.findIndex((weight) => weight < 0);
  if (negative >= 0) reject("discrete", `weights[${negative}]`, "be at least 0", weights[negative]);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (!(Math.abs(sum - 1) <= tolerance)) reject("discrete", "weights", "have the sum 1", sum);
}

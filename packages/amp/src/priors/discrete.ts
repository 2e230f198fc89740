import { reject, rejectKind, requireFiniteArray, requireLength, requireOptions } from "../argument-checks.ts";
import { atom } from "../parts/gaussian-part.ts";
import { type Mixture, mixture } from "../parts/mixture.ts";
import { pairPart } from "../parts/pair-part.ts";
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
  const parameters: Record<string, number> = {};
  points.forEach((point, k) => {
    parameters[point] = (parameters[point] ?? 0) + weights[k]!;
  });
  return mixture({ name: "discrete", ...partsOf(points, weights), parameters });
}

/** Atoms; pairs of them where the law is symmetric, whose posterior means keep their relative precision at small fields. */
function partsOf(
  points: readonly number[],
  weights: readonly number[],
): Pick<Mixture, "components" | "symmetric"> {
  const masses = new Map<number, number>();
  points.forEach((point, k) => {
    masses.set(point, (masses.get(point) ?? 0) + weights[k]!);
  });
  const symmetric = [...masses].every(([point, mass]) => masses.get(-point) === mass);
  if (!symmetric) {
    return { components: points.map((point, k) => ({ weight: weights[k]!, part: atom(point) })) };
  }
  const upper = [...masses].filter(([point]) => point >= 0);
  return {
    components: upper.map(([point, mass]) =>
      point === 0 ? { weight: mass, part: atom(0) } : { weight: 2 * mass, part: pairPart(point) },
    ),
    symmetric,
  };
}

function requireWeights(weights: readonly number[], count: number): void {
  requireFiniteArray("discrete", "weights", weights);
  requireLength("discrete", "weights", weights.length, count, "points.length");
  const negative = weights.findIndex((weight) => weight < 0);
  if (negative >= 0) reject("discrete", `weights[${negative}]`, "be at least 0", weights[negative]);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (!(Math.abs(sum - 1) <= tolerance)) reject("discrete", "weights", "have the sum 1", sum);
}

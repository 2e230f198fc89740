import { rejectKind, requireFiniteArray, requirePositive } from "../argument-checks.ts";
import type { Prior } from "../prior.ts";

/** Posterior means and variances at all fields. */
export interface PosteriorsOf {
  readonly mean: Float64Array;
  readonly variance: Float64Array;
}

/** The posteriors of a prior at checked fields. */
export function posteriorsOf(prior: Prior, A: number, B: Float64Array): PosteriorsOf {
  requirePositive("update", "A", A);
  requireFiniteArray("update", "B", B);
  if (B.length === 0) rejectKind("update", "B", "have at least one entry", B.length);
  const mean = new Float64Array(B.length);
  const variance = new Float64Array(B.length);
  prior.denoiseAll(A, B, mean, variance);
  return { mean, variance };
}

/** (1/N) sum_i f(mean_i, variance_i, i). */
export function averageOver(
  { mean, variance }: PosteriorsOf,
  f: (mean: number, variance: number, i: number) => number,
): number {
  return mean.reduce((sum, value, i) => sum + f(value, variance[i]!, i), 0) / mean.length;
}

/** The new value of a positive parameter, or the old one where there is nothing to learn it from. */
export function positiveOr(old: number, value: number): number {
  return value > 0 && value < Infinity ? value : old;
}

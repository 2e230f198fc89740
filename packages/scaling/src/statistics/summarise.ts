import { rejectKind, requireFiniteArray } from "../argument-checks.ts";

/** Mean and spread of replicates. */
export interface Summary {
  /** The sample mean. */
  readonly mean: number;
  /** sqrt(variance/count), the standard error of the mean; NaN for a single value. */
  readonly standardError: number;
  /** The unbiased sample variance; NaN for a single value. */
  readonly variance: number;
  /** How many values there are. */
  readonly count: number;
}

/**
 * Mean, standard error and variance of replicates: variance = sum (x - mean)^2/(count - 1), in two passes.
 *
 * @param values - one or more finite numbers
 * @throws TypeError when there is none; RangeError when one is not finite
 */
export function summarise(values: ArrayLike<number>): Summary {
  requireFiniteArray("summarise", "values", values);
  const count = values.length;
  if (count === 0) rejectKind("summarise", "values", "have an entry", values);
  const mean = sumOf(values, (x) => x) / count;
  const variance = count === 1 ? Number.NaN : sumOf(values, (x) => (x - mean) ** 2) / (count - 1);
  return { mean, standardError: Math.sqrt(variance / count), variance, count };
}

function sumOf(values: ArrayLike<number>, term: (x: number) => number): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += term(values[i]!);
  return sum;
}

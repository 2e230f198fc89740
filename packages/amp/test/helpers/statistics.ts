import { expect } from "vitest";

/** The mean of independent values, and its standard error. */
export function meanAndError(values: ArrayLike<number>): { mean: number; error: number } {
  const all = Array.from(values);
  const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
  const variance = all.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (all.length - 1);
  return { mean, error: Math.sqrt(variance / all.length) };
}

/** Expects the mean of independent values within five standard errors. */
export function expectMean(values: ArrayLike<number>, expected: number): void {
  const { mean, error } = meanAndError(values);
  expect(Math.abs(mean - expected), `${mean} +- ${error} should be ${expected}`).toBeLessThanOrEqual(
    5 * error + 1e-12,
  );
}

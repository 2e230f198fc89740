import { expect } from "vitest";

/** Mean of some values, and its standard error from their spread. */
export function meanAndError(values: readonly number[]): { mean: number; error: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, error: Math.sqrt(squares / (values.length * (values.length - 1))) };
}

/** Expects the mean of some independent values to be within five standard errors of what theory says. */
export function expectMean(values: readonly number[], expected: number): void {
  const { mean, error } = meanAndError(values);
  expect(error).toBeGreaterThan(0);
  expect(Math.abs(mean - expected), `${mean} +- ${error} should be ${expected}`).toBeLessThan(5 * error);
}

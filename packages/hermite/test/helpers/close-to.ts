import { expect } from "vitest";

/** Expects two numbers to differ by at most `tolerance`, relative to the second where that is above 1. */
export function expectClose(actual: number, expected: number, tolerance: number): void {
  const difference = Math.abs(actual - expected) / Math.max(1, Math.abs(expected));
  expect(difference, `${actual} should be ${expected}`).toBeLessThanOrEqual(tolerance);
}

/** The same, entry by entry. */
export function expectAllClose(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: number,
): void {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i++) expectClose(actual[i]!, expected[i]!, tolerance);
}

import { expect } from "vitest";

/** Expects two numbers to differ by at most `tolerance`, relative to the second where that is above 1. */
export function expectClose(actual: number, expected: number, tolerance: number, message?: string): void {
  const difference = Math.abs(actual - expected) / Math.max(1, Math.abs(expected));
  expect(difference, message ?? `${actual} should be ${expected}`).toBeLessThanOrEqual(tolerance);
}

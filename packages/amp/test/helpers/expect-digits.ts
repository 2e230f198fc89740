import { expect } from "vitest";

/** Expects a number to be that of a printed decimal, to half a unit of its last digit and the rounding of doubles. */
export function expectDigits(actual: number | undefined, printed: string): void {
  const unit = 10 ** -(printed.split(".")[1]?.length ?? 12);
  const error = Math.abs((actual ?? Number.NaN) - Number(printed));
  const rounding = 5e-15 * Math.abs(Number(printed));
  expect(error <= unit / 2 + rounding, `${actual} is not ${printed}`).toBe(true);
}

/** Expects the values of a record, in order, to be printed decimals. */
export function expectAllDigits(actual: Readonly<Record<string, number>>, printed: readonly string[]): void {
  const values = Object.values(actual);
  expect(values).toHaveLength(printed.length);
  for (const [a, value] of values.entries()) expectDigits(value, printed[a]!);
}

import { expect, test } from "vitest";
import { expectCoverage, nullPValues } from "../helpers/null-p-values.ts";

test.each([20, 100])("p-values under noise of known variance are uniform in dimension %s", (d) => {
  expectCoverage(nullPValues(d, 5000, 1));
});

test("p-values under noise of fitted variance are at most a little too large", () => {
  const pValues = nullPValues(100, 4000);
  for (const level of [0.01, 0.05, 0.2, 0.5]) {
    const part = pValues.filter((p) => p <= level).length / pValues.length;
    const error = Math.sqrt((level * (1 - level)) / pValues.length);
    expect(part, `part of p-values up to ${level}`).toBeLessThan(level + 5 * error);
    expect(part, `part of p-values up to ${level}`).toBeGreaterThan(0.8 * level - 5 * error);
  }
});

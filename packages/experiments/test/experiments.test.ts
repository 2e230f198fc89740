import { expect, test } from "vitest";
import { experiments } from "../src/index.ts";

test("obeys the law that defines it: f(-x) = f(x)", () => {
  expect(experiments(-3)).toBe(experiments(3));
});

test("refuses what is not a finite number", () => {
  expect(() => experiments(Number.NaN)).toThrow(RangeError);
});

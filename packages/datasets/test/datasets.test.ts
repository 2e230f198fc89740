import { expect, test } from "vitest";
import { datasets } from "../src/index.ts";

test("obeys the law that defines it: f(-x) = f(x)", () => {
  expect(datasets(-3)).toBe(datasets(3));
});

test("refuses what is not a finite number", () => {
  expect(() => datasets(Number.NaN)).toThrow(RangeError);
});

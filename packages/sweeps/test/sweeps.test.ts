import { expect, test } from "vitest";
import { sweeps } from "../src/index.ts";

test("obeys the law that defines it: f(-x) = f(x)", () => {
  expect(sweeps(-3)).toBe(sweeps(3));
});

test("refuses what is not a finite number", () => {
  expect(() => sweeps(Number.NaN)).toThrow(RangeError);
});

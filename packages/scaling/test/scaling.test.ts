import { expect, test } from "vitest";
import { scaling } from "../src/index.ts";

test("obeys the law that defines it: f(-x) = f(x)", () => {
  expect(scaling(-3)).toBe(scaling(3));
});

test("refuses what is not a finite number", () => {
  expect(() => scaling(Number.NaN)).toThrow(RangeError);
});

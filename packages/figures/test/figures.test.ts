import { expect, test } from "vitest";
import { figures } from "../src/index.ts";

test("obeys the law that defines it: f(-x) = f(x)", () => {
  expect(figures(-3)).toBe(figures(3));
});

test("refuses what is not a finite number", () => {
  expect(() => figures(Number.NaN)).toThrow(RangeError);
});

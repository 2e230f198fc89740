import { expect, test } from "vitest";
import { minimise } from "../src/minimise.ts";

test("finds the minimum of a smooth function to the square root of the precision, its value to the last digits", () => {
  const { argument, value } = minimise((x) => x * Math.log(x), 0, 3);
  expect(Math.abs(argument - Math.exp(-1))).toBeLessThan(1e-8);
  expect(Math.abs(value + Math.exp(-1))).toBeLessThan(1e-15);
});

test("finds a kink, a minimum at zero and one at an end", () => {
  expect(minimise((x) => Math.abs(x - 0.3), 0, 1).argument).toBeCloseTo(0.3, 7);
  expect(minimise((x) => x * x, -1, 3).argument).toBeCloseTo(0, 7);
  expect(minimise((x) => x, 2, 5).argument).toBeCloseTo(2, 7);
  expect(minimise((x) => (x - 2) ** 2, 5, 0).argument).toBeCloseTo(2, 7);
});

test("refuses infinite ends", () => {
  expect(() => minimise((x) => x, 0, Infinity)).toThrow(RangeError);
  expect(() => minimise((x) => x, Number.NaN, 1)).toThrow(RangeError);
});

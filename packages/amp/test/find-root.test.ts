import { expect, test } from "vitest";
import { findRoot } from "../src/find-root.ts";

const roots = [
  ["a quadratic", (x: number) => x * x - 2, 0, 2, Math.SQRT2],
  ["a steep exponential", (x: number) => Math.exp(x) - 1e20, -700, 700, Math.log(1e20)],
  ["a triple root", (x: number) => (x - 1) ** 3, 0, 2.7, 1],
  ["a root at zero", (x: number) => Math.sin(x), -1, 2, 0],
  ["a pole beside the root", (x: number) => 1 / x - 1e8, 1e-300, 1, 1e-8],
  ["an infinite value", (x: number) => (x < 0.25 ? -Infinity : x - 0.3), 0, 1, 0.3],
  ["a jump", (x: number) => (x < 1 / 3 ? -1 : 2), 0, 1, 1 / 3],
  ["reversed ends", (x: number) => Math.log(x), 5, 0.1, 1],
] as const;

test.each(roots)("finds %s to the last digits", (_, f, lower, upper, root) => {
  expect(Math.abs(findRoot(f, lower, upper) - root)).toBeLessThanOrEqual(4 * Number.EPSILON * Math.abs(root));
});

test("needs few evaluations where the function is smooth", () => {
  let evaluations = 0;
  findRoot(
    (x) => {
      evaluations++;
      return Math.cos(x) - x;
    },
    0,
    1,
  );
  expect(evaluations).toBeLessThanOrEqual(12);
});

test("gives an end that is a root", () => {
  expect([findRoot((x) => x, 0, 1), findRoot((x) => x - 1, 0, 1)]).toEqual([0, 1]);
});

test("refuses an interval without a change of sign, and NaN", () => {
  expect(() => findRoot((x) => x * x + 1, -1, 1)).toThrow(
    new TypeError('findRoot: f must have different signs at lower and upper, got "2 and 2"'),
  );
  expect(() => findRoot(() => Number.NaN, 0, 1)).toThrow(TypeError);
  expect(() => findRoot((x) => x, Number.NaN, 1)).toThrow(RangeError);
  expect(() => findRoot((x) => x, -1, Infinity)).toThrow(RangeError);
});

import { expect, test } from "vitest";
import { grid } from "../src/index.ts";

test("multiplies the axes out, the last one fastest", () => {
  const { points, replicates } = grid({
    fixed: { n: 10 },
    axes: { a: [1, 2], b: ["x", "y"] },
    replicates: 3,
  });
  expect(replicates).toBe(3);
  expect(points).toEqual([
    { n: 10, a: 1, b: "x" },
    { n: 10, a: 1, b: "y" },
    { n: 10, a: 2, b: "x" },
    { n: 10, a: 2, b: "y" },
  ]);
});

test("without axes it is one point", () => {
  expect(grid({ fixed: { n: 10 }, axes: {}, replicates: 1 }).points).toEqual([{ n: 10 }]);
});

test("refuses empty axes and replicates that are no positive integer", () => {
  expect(() => grid({ fixed: {}, axes: { a: [] }, replicates: 1 })).toThrow(TypeError);
  for (const replicates of [0, 1.5, Number.NaN])
    expect(() => grid({ fixed: {}, axes: {}, replicates })).toThrow(RangeError);
  expect(() => grid(undefined as never)).toThrow(TypeError);
});

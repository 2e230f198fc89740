import { expect, test } from "vitest";
import { localSlopes, powerLaw } from "../src/index.ts";
import { planted, randomOf } from "./helpers/planted.ts";

test("a power law has the same slope everywhere, in any order of points and any window", () => {
  const x = [1000, 10, 100, 50];
  const y = x.map((value) => 2 * value ** -0.7);
  for (const window of [2, 3, 4]) {
    const slopes = localSlopes(x, y, { window });
    expect(slopes).toHaveLength(5 - window);
    for (const { slope, standardError } of slopes) {
      expect(slope).toBeCloseTo(-0.7, 12);
      expect(standardError).toBeNaN();
    }
  }
  expect(localSlopes(x, y)[0]!.x).toBeCloseTo(Math.sqrt(500), 9);
});

test("known errors add up: two points of 1 % over a decade give 0.01 sqrt(2)/log(10)", () => {
  const { standardError } = localSlopes([1, 10], [4, 2], { standardErrors: [0.04, 0.02] })[0]!;
  expect(standardError).toBeCloseTo((0.01 * Math.SQRT2) / Math.log(10), 12);
});

test("with seeds, errors are those of whole seeds: what moves all points of a seed alike moves no slope", () => {
  const random = randomOf("slopes");
  const runs = 300;
  const found = Array.from({ length: runs }, (_, run) => {
    const { x, y, seeds } = planted(powerLaw, 20, random.split(run));
    return localSlopes(x, y, { seeds, window: 4 })[3]!;
  });
  const spread = Math.sqrt(found.reduce((sum, { slope }) => sum + (slope + 0.5) ** 2, 0) / runs);
  const claimed = Math.sqrt(found.reduce((sum, { standardError }) => sum + standardError ** 2, 0) / runs);
  expect(Math.abs(claimed / spread - 1)).toBeLessThan(5 / Math.sqrt(2 * runs));
  const alike = localSlopes([1, 10, 1, 10], [2, 1, 4, 2], { seeds: [1, 1, 2, 2] });
  expect(alike[0]!.standardError).toBeCloseTo(0, 12);
});

test("refuses windows that do not fit, and points that come twice", () => {
  expect(() => localSlopes([1, 2], [1, 2], { window: 3 })).toThrow(
    "localSlopes: window must be an integer from 2 to 2, got 3",
  );
  expect(() => localSlopes([1, 1], [1, 2])).toThrow(
    "localSlopes: x must have different values without seeds, got Array",
  );
  expect(() => localSlopes([1, 2], [1, -2])).toThrow(
    "localSlopes: y[1] must be a positive finite number, got -2",
  );
});

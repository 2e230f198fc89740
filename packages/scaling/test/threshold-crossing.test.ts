import fc from "fast-check";
import { expect, test } from "vitest";
import { thresholdCrossing } from "../src/index.ts";
import { isotonic } from "../src/threshold/isotonic.ts";
import { randomOf } from "./helpers/planted.ts";

const logistic = (x: number, centre: number) => 1 / (1 + Math.exp(-4 * (x - centre)));

test("a straight line passes a level where it does, whichever way it goes and in whichever order it comes", () => {
  expect(thresholdCrossing([0, 1, 2, 3], [0, 1, 2, 3], 1.25).x).toBeCloseTo(1.25, 12);
  expect(thresholdCrossing([3, 1, 0, 2], [0, 2, 3, 1], 1.25).x).toBeCloseTo(1.75, 12);
  expect(thresholdCrossing([1, 10, 100], [0, 1, 2], 1.5, { scale: "log" }).x).toBeCloseTo(10 ** 1.5, 9);
});

test("on a plateau at the level it is in the middle, outside of the points at infinity", () => {
  expect(thresholdCrossing([0, 1, 2, 3, 4], [0, 1, 1, 1, 2], 1).x).toBe(2);
  expect(thresholdCrossing([0, 1], [0, 1], 1).x).toBe(Number.POSITIVE_INFINITY);
  expect(thresholdCrossing([0, 1], [2, 3], 1).x).toBe(Number.NEGATIVE_INFINITY);
  expect(thresholdCrossing([0, 1], [3, 2], 1).x).toBe(Number.POSITIVE_INFINITY);
});

test("neighbours against the direction are pooled", () => {
  expect(isotonic([1, 3, 2, 4], [1, 1, 1, 1])).toEqual(Float64Array.of(1, 2.5, 2.5, 4));
  expect(isotonic([3, 2, 1], [1, 1, 2])).toEqual(Float64Array.of(1.75, 1.75, 1.75));
  expect(thresholdCrossing([0, 1, 2, 3], [0, 1, 0.8, 2], 0.45).x).toBeCloseTo(0.5, 12);
});

test("pooling keeps the weighted sum, makes the values rise, and changes none that rise already", () => {
  const points = fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 9 })), {
    minLength: 1,
  });
  const sum = (values: ArrayLike<number>, weights: readonly number[]) =>
    weights.reduce((total, weight, i) => total + weight * values[i]!, 0);
  const property = fc.property(points, (list) => {
    const [y, weights] = [list.map(([value]) => value), list.map(([, weight]) => weight)];
    const rising = isotonic(y, weights);
    expect(sum(rising, weights)).toBeCloseTo(sum(y, weights), 8);
    expect(rising.every((value, i) => i === 0 || value >= rising[i - 1]!)).toBe(true);
    const again = isotonic(rising, weights);
    expect(again.every((value, i) => Math.abs(value - rising[i]!) < 1e-9)).toBe(true);
  });
  fc.assert(property, { seed: 1 });
});

test("intervals of 95 % over whole seeds hold the threshold, within five standard errors of 100 runs", () => {
  const runs = 100;
  const random = randomOf("crossing");
  let hits = 0;
  for (let run = 0; run < runs; run++) {
    const [x, y, seeds]: [number[], number[], number[]] = [[], [], []];
    for (let seed = 0; seed < 20; seed++) {
      const centre = 1 + 0.1 * random.normal();
      for (let k = 0; k <= 8; k++) {
        x.push(k / 4);
        // Linear between points, so that the interpolation has no bias of its own.
        y.push((k / 4 - centre) / 2 + 0.5 + 0.05 * random.normal());
        seeds.push(seed);
      }
    }
    const { interval } = thresholdCrossing(x, y, 0.5, { seeds, replicates: 119 }, random);
    if (interval[0] <= 1 && 1 <= interval[1]) hits++;
  }
  // Plain quantiles of 20 seeds are narrow by sqrt(19/20) and by the normal law for Student's: about 93 %.
  expect(Math.abs(hits / runs - 0.93)).toBeLessThan(5 * Math.sqrt((0.93 * 0.07) / runs));
});

test("known errors give the standard error of theory", () => {
  const x = [0, 1, 2, 3];
  const result = thresholdCrossing(
    x,
    x,
    1.5,
    { standardErrors: [0.01, 0.01, 0.01, 0.01], replicates: 4000 },
    randomOf("known"),
  );
  // Halfway between two points the value has 0.01/sqrt(2), and the slope is 1.
  expect(Math.abs(result.standardError / (0.01 / Math.SQRT2) - 1)).toBeLessThan(5 / Math.sqrt(8000));
  expect(result.interval[0]).toBeLessThan(1.5);
  expect(result.interval[1]).toBeGreaterThan(1.5);
});

test("an interval that leaves the points has no end there", () => {
  const x = [0, 1, 2, 3, 4];
  const y = x.map((value) => logistic(value, 3.9));
  const { interval } = thresholdCrossing(x, y, 0.5, { standardErrors: x.map(() => 0.1) }, randomOf("leaves"));
  expect(interval[1]).toBe(Number.POSITIVE_INFINITY);
  expect(Number.isFinite(interval[0])).toBe(true);
});

test("without errors, or without a stream, there is no interval", () => {
  for (const result of [
    thresholdCrossing([0, 1], [0, 1], 0.5, {}, randomOf("none")),
    thresholdCrossing([0, 1, 0, 1], [0, 1, 0, 2], 0.5, { seeds: [1, 1, 2, 2] }),
  ]) {
    expect(result).toMatchObject({ standardError: Number.NaN, interval: [Number.NaN, Number.NaN] });
  }
});

test.each([
  [[0, 1], [0], 0.5, {}, "y must have the length of x = 2 entries, got 1"],
  [[0, 0], [0, 1], 0.5, {}, "x must have two or more different values, got 2"],
  [[0, 1], [0, 1], Number.NaN, {}, "level must be a finite number, got NaN"],
  [[0, 1], [0, 1], 0.5, { scale: "log" }, "x[0] must be a positive finite number, got 0"],
  [[0, 1], [0, 1], 0.5, { scale: "cubic" }, 'scale must be linear or log, got "cubic"'],
  [[0, 1], [0, 1], 0.5, { seeds: [1] }, "seeds must have the length of x = 2 entries, got 1"],
  [
    [0, 1],
    [0, 1],
    0.5,
    { seeds: [1, 2], standardErrors: [1, 1] },
    "standardErrors must be left out where there are seeds, got Array",
  ],
  [
    [0, 1],
    [0, 1],
    0.5,
    { standardErrors: [1, -1] },
    "standardErrors[1] must be a positive finite number, got -1",
  ],
  [[0, 1], [0, 1], 0.5, { confidence: 2 }, "confidence must be in (0, 1), got 2"],
])("refuses x = %j, y = %j, level %d with %j", (x, y, level, options, message) => {
  expect(() => thresholdCrossing(x, y, level, options as never)).toThrow(`thresholdCrossing: ${message}`);
});

import { expect, test } from "vitest";
import { resultsOf } from "../src/index.ts";
import { agreement } from "../src/statistics/agreement.ts";
import { allOf } from "../src/statistics/all-of.ts";
import { meanOf } from "../src/statistics/mean.ts";
import { proportionOf } from "../src/statistics/proportion.ts";

test("the mean of 1, 2, 3, 4 is 5/2 with standard error sqrt(5/12)", () => {
  expect(meanOf([1, 2, 3, 4]).mean).toBe(2.5);
  expect(meanOf([1, 2, 3, 4]).standardError).toBeCloseTo(Math.sqrt(5 / 12), 14);
  expect(meanOf([7])).toEqual({ mean: 7, standardError: 0 });
  expect(meanOf([]).mean).toBeNaN();
});

test("a proportion has Wilson's interval", () => {
  const { fraction, low, high, text } = proportionOf([...Array(8).fill(true), true, true, false, false]);
  expect(fraction).toBeCloseTo(10 / 12, 14);
  // (p + z^2/2n +- z sqrt(p(1-p)/n + z^2/4n^2))/(1 + z^2/n), z = 1.959964.
  expect(low).toBeCloseTo(0.55197, 5);
  expect(high).toBeCloseTo(0.953035, 5);
  expect(text).toBe("10/12 [0.552, 0.953]");
  expect(proportionOf([false]).low).toBe(0);
  expect(proportionOf([]).fraction).toBeNaN();
});

const trialsWith = (values: readonly number[]) =>
  values.map((value, replicate) => ({ point: { at: 1 }, replicate, result: { value } }));
const compare = (values: readonly number[], band: number) => {
  const trials = trialsWith(values);
  const results = resultsOf<{ at: number }, { value: number }>({ theory: () => ({ value: 1 }) }, trials);
  return agreement(results, { trials, cells: { m: "value" }, band });
};

test("agreement is within four standard errors or the band", () => {
  expect(compare([1.2, 1.2, 1.2], 0.1).holds).toBe(false);
  expect(compare([1.2, 1.2, 1.2], 0.3).holds).toBe(true);
  expect(compare([0.7, 1.7], 0.1).holds).toBe(true);
  expect(compare([Number.NaN, 1], 0.1).holds).toBe(false);
  expect(compare([], 0.1)).toEqual({ holds: false, evidence: "no trials" });
  expect(compare([0.9, 1.2], 0.1).evidence).toBe("m 1.050 +- 0.150 (theory 1.000)");
});

test("all of some verdicts hold, and none is not all", () => {
  const [yes, no] = [true, false].map((holds) => ({ holds, evidence: `${holds}` }));
  expect(allOf({ a: yes!, b: no! })).toEqual({ holds: false, evidence: "a: true; b: false" });
  expect(allOf({ a: yes!, b: yes! }).holds).toBe(true);
  expect(allOf({}).holds).toBe(false);
});

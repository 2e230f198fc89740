import { expect, test } from "vitest";
import { bootstrap } from "../../src/index.ts";
import { randomOf } from "../helpers/planted.ts";

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const errorOfMean = (values: readonly number[]) =>
  Math.sqrt(
    values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1) / values.length,
  );

test("a mean has the standard error of theory", () => {
  const random = randomOf("mean");
  const values = Array.from({ length: 50 }, () => random.normal());
  const { estimate, standardError, replicates } = bootstrap(values, mean, { replicates: 2000 }, random);
  // Over samples the variance is (n - 1)/n of the unbiased one; a standard deviation of 2000 samples is known to 1/sqrt(4000).
  const expected = errorOfMean(values) * Math.sqrt(49 / 50);
  expect(estimate).toBe(mean(values));
  expect(replicates).toHaveLength(2000);
  expect(Math.abs(standardError / expected - 1)).toBeLessThan(5 / Math.sqrt(4000));
});

test("studentised intervals of 95 % hold the mean of few skewed values more often than plain ones", () => {
  const runs = 200;
  const random = randomOf("skewed");
  const hits = { plain: 0, studentised: 0 };
  for (let run = 0; run < runs; run++) {
    const values = Array.from({ length: 10 }, () => random.normal() ** 2);
    const holds = ([low, high]: readonly [number, number]) => Number(low <= 1 && 1 <= high) / runs;
    hits.plain += holds(bootstrap(values, mean, { replicates: 119 }, random).interval);
    hits.studentised += holds(
      bootstrap(values, mean, { replicates: 119, standardError: errorOfMean }, random).interval,
    );
  }
  // Known for this law and size: plain quantiles hold it in about 82 %, studentised ones in about 93 %.
  const standardError = Math.sqrt((0.93 * 0.07) / runs);
  expect(hits.studentised).toBeGreaterThan(0.93 - 5 * standardError);
  expect(hits.plain).toBeLessThan(hits.studentised);
});

test("what has no number on a sample is left out", () => {
  const some = bootstrap([1, 2, 3], (sample) => (sample[0] === 1 ? Number.NaN : 5), {}, randomOf("some"));
  expect(some.interval).toEqual([5, 5]);
  const none = bootstrap([1, 2], () => Number.NaN, {}, randomOf("none"));
  expect(none.interval).toEqual([Number.NaN, Number.NaN]);
});

test("refuses a single unit, and numbers out of range", () => {
  const random = randomOf("refuses");
  expect(() => bootstrap([1], mean, {}, random)).toThrow("bootstrap: units must be two or more, got 1");
  expect(() => bootstrap([1, 2], 3 as never, {}, random)).toThrow(
    "bootstrap: statistic must be a function, got 3",
  );
  expect(() => bootstrap([1, 2], mean, { replicates: 1 }, random)).toThrow(RangeError);
  expect(() => bootstrap([1, 2], mean, { confidence: Number.NaN }, random)).toThrow(
    "bootstrap: confidence must be in (0, 1), got NaN",
  );
});

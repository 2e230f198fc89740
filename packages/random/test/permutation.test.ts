import { expect, test } from "vitest";
import { permutation, stream } from "../src/index.ts";

test("each of the 24 orders of 4 is as likely: chi-square of 23 degrees below its mean plus 5 standard deviations", () => {
  const trials = 24_000;
  const counts = new Map<string, number>();
  const random = stream(4).split("orders");
  for (let trial = 0; trial < trials; trial++) {
    const order = permutation(4, random).join("");
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(counts.size).toBe(24);
  const statistic = [...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
  expect(statistic).toBeLessThan(23 + 5 * Math.sqrt(2 * 23));
});

test("it holds every index once and moves the stream by size - 1", () => {
  const random = stream(4);
  const order = permutation(1000, random);
  expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 1000 }, (_, i) => i));
  expect(random.position).toBe(999);
  expect([...permutation(0, random), ...permutation(1, random)]).toEqual([0]);
  expect(random.position).toBe(999);
});

test.each([-1, 1.5, Number.NaN, 2 ** 32])("the size %s is refused", (size) => {
  expect(() => permutation(size, stream(1))).toThrow(
    new RangeError(`permutation: size must be an integer from 0 to 4294967295, got ${size}`),
  );
});

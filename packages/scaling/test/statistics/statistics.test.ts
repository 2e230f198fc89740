import { expect, test } from "vitest";
import { groupBy, summarise, summariseBy } from "../../src/index.ts";

const rows = [
  { n: 10, method: "a", seed: 1, error: 1 },
  { n: 20, method: "a", seed: 1, error: 5 },
  { n: 10, method: "a", seed: 2, error: 3 },
  { n: 10, method: "b", seed: 1, error: 7 },
];

test("mean, unbiased variance and standard error", () => {
  expect(summarise([1, 2, 3, 6])).toEqual({
    mean: 3,
    variance: 14 / 3,
    standardError: Math.sqrt(14 / 12),
    count: 4,
  });
  expect(summarise(Float64Array.of(5))).toEqual({
    mean: 5,
    variance: Number.NaN,
    standardError: Number.NaN,
    count: 1,
  });
});

test("a large mean takes no digits from the variance", () => {
  expect(summarise([1e9, 1e9 + 1, 1e9 + 2]).variance).toBe(1);
});

test("rows that agree are one group, in the order in which they come", () => {
  expect(groupBy(rows, ["n", "method"]).map(({ point, rows }) => [point, rows.length])).toEqual([
    [{ n: 10, method: "a" }, 2],
    [{ n: 20, method: "a" }, 1],
    [{ n: 10, method: "b" }, 1],
  ]);
  expect(groupBy([{ a: 1 }, { a: "1" }, { a: null }], ["a"])).toHaveLength(3);
});

test("a value is summarised at each point", () => {
  const [first, ...others] = summariseBy(rows, ["n", "method"], "error");
  expect(first).toMatchObject({ point: { n: 10, method: "a" }, mean: 2, standardError: 1, count: 2 });
  expect(others.map(({ mean }) => mean)).toEqual([5, 7]);
});

test("refuses nothing, what is not finite, and names that rows lack", () => {
  expect(() => summarise([])).toThrow("summarise: values must have an entry, got Array");
  expect(() => summarise([1, Number.NaN])).toThrow("summarise: values[1] must be a finite number, got NaN");
  expect(() => groupBy(rows, ["n", "rank"])).toThrow(
    'groupBy: rows must have n, rank, got "a row without rank"',
  );
  expect(() => summariseBy(rows, ["n"], "method")).toThrow(
    'summariseBy: rows.method must be a number, got "a"',
  );
});

import { expect, test } from "vitest";
import { featureCount, multiIndices } from "../src/index.ts";

function rowsOf(dimension: number, order: number): number[][] {
  const { rows, cols, data } = multiIndices(dimension, order);
  return Array.from({ length: rows }, (_, row) => [...data.subarray(row * cols, (row + 1) * cols)]);
}

test("lists pairs as (0,0), (0,1), ..., (1,1), ...", () => {
  expect(rowsOf(3, 2)).toEqual([
    [0, 0],
    [0, 1],
    [0, 2],
    [1, 1],
    [1, 2],
    [2, 2],
  ]);
});

test.each([
  [1, 4],
  [5, 1],
  [4, 3],
  [6, 4],
])("of dimension %i and order %i are sorted, ascending and as many as counted", (dimension, order) => {
  const rows = rowsOf(dimension, order);
  expect(rows).toHaveLength(featureCount(dimension, order));
  for (const row of rows) expect(row).toEqual(row.toSorted((a, b) => a - b));
  const keys = rows.map((row) => row.join());
  expect(keys).toEqual([...new Set(keys)].toSorted());
});

test("counts C(d + k - 1, k)", () => {
  expect([1, 2, 3, 4].map((order) => featureCount(100, order))).toEqual([100, 5050, 171700, 4421275]);
});

test("refuses bad sizes, and sizes beyond exact integers or memory with the bytes they would take", () => {
  expect(() => featureCount(3, 5)).toThrow(
    new RangeError("featureCount: order must be an integer from 1 to 4, got 5"),
  );
  expect(() => featureCount(0, 2)).toThrow(
    new RangeError("featureCount: dimension must be an integer from 1 to 9007199254740991, got 0"),
  );
  for (const bad of [-3, 1.5, Number.NaN, Infinity]) expect(() => multiIndices(bad, 2)).toThrow(RangeError);
  expect(() => featureCount(1e6, 4)).toThrow(
    /2\^53 - 1 features of order 4, got 1000000 with 41666916667125000250000/,
  );
  expect(() => multiIndices(1e4, 4)).toThrow(
    /fit in memory, got 1667666850010000 entries of 6670667400040000 bytes/,
  );
});

import { expect, test } from "vitest";
import { flattenSymmetric, unflattenSymmetric } from "../src/index.ts";
import { expectAllClose, expectClose } from "./helpers/close-to.ts";
import { fc } from "./helpers/seeded.ts";
import { dot, indicesAt, symmetricTensor } from "./helpers/tensors.ts";

const order = fc.integer({ min: 1, max: 4 });
const dimension = fc.integer({ min: 1, max: 4 });
const entries = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 9 });

test("keeps the norm: <T, T> = |flat(T)|^2", () => {
  fc.assert(
    fc.property(order, dimension, entries, (k, d, values) => {
      const T = symmetricTensor(values, d, k);
      const flat = flattenSymmetric(T, d, k);
      expectClose(dot(flat, flat), dot(T, T), 1e-12);
    }),
  );
});

test("is undone by unflattenSymmetric, which gives a tensor that no exchange of indices changes", () => {
  fc.assert(
    fc.property(order, dimension, entries, (k, d, values) => {
      const T = symmetricTensor(values, d, k);
      expectAllClose(unflattenSymmetric(flattenSymmetric(T, d, k), d, k), T, 1e-15);
      T.forEach((entry, position) => {
        const sorted = indicesAt(position, d, k).sort((a, b) => a - b);
        expect(entry).toBe(T[sorted.reduce((at, i) => at * d + i, 0)]);
      });
    }),
  );
});

test("multiplies the off-diagonal of a matrix by sqrt(2)", () => {
  expectAllClose(flattenSymmetric(Float64Array.of(1, 2, 2, 3), 2, 2), [1, 2 * Math.SQRT2, 3], 1e-15);
});

test("finds an asymmetry anywhere", () => {
  const T = symmetricTensor([0.3, -0.7, 0.2, 0.9, -0.1], 3, 4);
  for (const position of [1, 5, 27, 54, 70]) {
    const spoilt = T.with(position, T[position]! + 1e-6);
    expect(() => flattenSymmetric(spoilt, 3, 4)).toThrow(/^flattenSymmetric: tensor must be symmetric, got /);
    expect(flattenSymmetric(spoilt, 3, 4, { tolerance: 1e-5 })).toHaveLength(15);
  }
});

test("reads the sorted entries of anything when told to", () => {
  expect([...flattenSymmetric(Float64Array.of(1, 2, 5, 3), 2, 2, { tolerance: Infinity })]).toEqual([
    1,
    2 * Math.SQRT2,
    3,
  ]);
});

test("refuses wrong shapes and numbers", () => {
  const four = new Float64Array(4);
  expect(() => flattenSymmetric(four, 3, 2)).toThrow(
    new TypeError("flattenSymmetric: tensor must have dimension ** order = 9 entries, got 4"),
  );
  expect(() => flattenSymmetric(four.with(1, Number.NaN), 2, 2)).toThrow(RangeError);
  expect(() => flattenSymmetric(four, 2, 2, { tolerance: Number.NaN })).toThrow(
    new RangeError("flattenSymmetric: tolerance must be at least 0, got NaN"),
  );
  expect(() => flattenSymmetric(four, 4, 5)).toThrow(RangeError);
  expect(() => unflattenSymmetric(four, 2, 2)).toThrow(
    new TypeError("unflattenSymmetric: flat must have featureCount(dimension, order) = 3 entries, got 4"),
  );
  expect(() => unflattenSymmetric([1, Infinity, 0], 2, 2)).toThrow(RangeError);
});

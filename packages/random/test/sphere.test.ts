import { expect, test } from "vitest";
import { permutation, type Stream, serialise, sphere, stream } from "../src/index.ts";

test("points have the radius asked for and coordinates of variance radius^2 / dimension", () => {
  const [points, dimension, radius] = [20_000, 5, 3];
  const { rows, cols, data } = sphere({ points, dimension, radius }, stream(6));
  expect([rows, cols]).toEqual([points, dimension]);
  const sums = Array.from({ length: dimension }, () => 0);
  for (let row = 0; row < points; row++) {
    const point = data.subarray(row * dimension, (row + 1) * dimension);
    expect(Math.hypot(...point)).toBeCloseTo(radius, 12);
    point.forEach((x, i) => {
      sums[i]! += x * x;
    });
  }
  // A squared coordinate on the unit sphere is Beta(1/2, (d - 1)/2): mean 1/d, variance 2 (d - 1) / (d^2 (d + 2)).
  const deviation = Math.sqrt((2 * (dimension - 1)) / (dimension ** 2 * (dimension + 2)));
  for (const sum of sums)
    expect(Math.abs(sum / points / radius ** 2 - 1 / dimension)).toBeLessThan(
      (5 * deviation) / Math.sqrt(points),
    );
});

test("by default it is one point of norm 1; in dimension 1 it is a sign", () => {
  expect(sphere({ dimension: 3 }, stream(6)).rows).toBe(1);
  const signs = sphere({ dimension: 1, points: 1000 }, stream(6)).data;
  expect(new Set(signs)).toEqual(new Set([1, -1]));
});

test.each<[object, Error]>([
  [{ dimension: 0 }, new RangeError("sphere: dimension must be an integer from 1 to 4294967295, got 0")],
  [
    { dimension: Number.NaN },
    new RangeError("sphere: dimension must be an integer from 1 to 4294967295, got NaN"),
  ],
  [
    { dimension: 2, points: -1 },
    new RangeError("sphere: points must be an integer from 0 to 2147483647, got -1"),
  ],
  [{ dimension: 2, radius: 0 }, new RangeError("sphere: radius must be a positive finite number, got 0")],
  [{ dimension: 2, radius: "1" }, new TypeError('sphere: radius must be a positive finite number, got "1"')],
])("sphere refuses %j", (options, error) => {
  expect(() => sphere(options as { dimension: number }, stream(1))).toThrow(error);
});

test("without a stream nothing is drawn", () => {
  const missing = undefined as unknown as Stream;
  expect(() => sphere({ dimension: 3 }, missing)).toThrow(
    new TypeError("sphere: random must be a stream, got undefined"),
  );
  expect(() => permutation(3, missing)).toThrow(
    new TypeError("permutation: random must be a stream, got undefined"),
  );
  expect(() => serialise(missing)).toThrow(
    new TypeError("serialise: random must be a stream, got undefined"),
  );
});

import { describe, expect, test } from "vitest";
import { hermiteFeatures, hermiteSeries } from "../../src/index.ts";
import { comparedBackends, gaussianMatrix, largestDifference, reference, single } from "../backends.ts";

describe.each(comparedBackends())("$name ($detail)", (backend) => {
  test.each([0, 1, 2, 3, 4, 9, 30])("a Hermite series of %i terms equals the reference", (terms) => {
    const coefficients = gaussianMatrix("c", terms, 1).data;
    for (const length of [0, 1, 2, 3, 4, 5, 7, 8, 9, 2047, 2048, 2057]) {
      const x = gaussianMatrix("x", length, 1).data;
      const got = hermiteSeries(coefficients, x, { backend });
      const expected = hermiteSeries(coefficients, x, { backend: reference });
      expect(largestDifference(got, expected)).toBeLessThan(1e-12);
      const singles = hermiteSeries(coefficients, Float32Array.from(x), { backend });
      expect(singles).toBeInstanceOf(Float32Array);
      const wanted = hermiteSeries(coefficients, Float64Array.from(Float32Array.from(x)), { backend });
      expect(singles).toEqual(Float32Array.from(wanted));
    }
  });

  test.each([
    [1, 1],
    [3, 2],
    [2, 3],
    [5, 4],
    [1, 5],
    [4, 7],
    [3, 8],
    [2, 9],
    [70, 40],
  ])("Hermite features of %i x %i equal the reference in orders 2 and 3", (rows, cols) => {
    const X = gaussianMatrix("X", rows, cols);
    for (const order of [2, 3] as const) {
      const got = hermiteFeatures(X, order, { backend });
      const expected = hermiteFeatures(X, order, { backend: reference });
      expect([got.rows, got.cols]).toEqual([expected.rows, expected.cols]);
      expect(largestDifference(got.data, expected.data)).toBeLessThan(1e-13);
      const singles = hermiteFeatures(single(X), order, { backend });
      expect(singles.data).toBeInstanceOf(Float32Array);
      expect(largestDifference(singles.data, expected.data)).toBeLessThan(1e-4);
    }
  });

  test("features in f32 are those of f64 to single precision", () => {
    const X = single(gaussianMatrix("X", 20, 11));
    const wide = { ...X, data: Float64Array.from(X.data) };
    for (const order of [2, 3] as const) {
      const got = hermiteFeatures(X, order, { backend }).data;
      const expected = hermiteFeatures(wide, order, { backend: reference }).data;
      got.forEach((value, i) => {
        expect(Math.abs(value - expected[i]!)).toBeLessThanOrEqual(2 ** -22 * Math.abs(expected[i]!) + 1e-15);
      });
    }
  });

  test("features go into a given matrix", () => {
    const X = gaussianMatrix("X", 6, 3);
    const out = { rows: 6, cols: 6, data: new Float64Array(36) };
    expect(hermiteFeatures(X, 2, { out, backend })).toBe(out);
    expect(out).toEqual(hermiteFeatures(X, 2, { backend }));
  });
});

test("features are orthonormal in the mean over Gaussian inputs", () => {
  const X = gaussianMatrix("X", 200_000, 2);
  const { cols, data } = hermiteFeatures(X, 3);
  for (let a = 0; a < cols; a++)
    for (let b = a; b < cols; b++) {
      let sum = 0;
      for (let row = 0; row < X.rows; row++) sum += data[row * cols + a]! * data[row * cols + b]!;
      // Five standard errors of the fourth moments of h_3, the largest.
      expect(Math.abs(sum / X.rows - (a === b ? 1 : 0))).toBeLessThan(5 * Math.sqrt(93 / X.rows));
    }
});

test("a series is the polynomial that its coefficients say", () => {
  expect(hermiteSeries([1, 0, Math.SQRT2], Float64Array.of(3))[0]).toBeCloseTo(9, 14);
  expect(hermiteSeries([0, 0, 0, Math.sqrt(6)], Float64Array.of(2))[0]).toBeCloseTo(2, 14);
});

test("bad input is refused", () => {
  const X = gaussianMatrix("X", 2, 2);
  expect(() => hermiteSeries([1, Number.NaN], X.data)).toThrow(
    "hermiteSeries: coefficients[1] must be a finite number, got NaN",
  );
  expect(() => hermiteSeries([1], [2] as never)).toThrow(TypeError);
  expect(() => hermiteFeatures(X, 4 as never)).toThrow(
    "hermiteFeatures: order must be an integer from 2 to 3, got 4",
  );
  expect(() => hermiteFeatures({ rows: 1, cols: 1, data: Float64Array.of(Number.NaN) }, 2)).toThrow(
    RangeError,
  );
  expect(() => hermiteFeatures(X, 2, { out: X })).toThrow(
    "hermiteFeatures: out must be 2 x 3 of the kind of X",
  );
});

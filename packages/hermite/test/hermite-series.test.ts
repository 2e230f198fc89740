import { expect, test } from "vitest";
import { hermite, hermiteDerivative, hermiteSeries, hermiteSeriesDerivative } from "../src/index.ts";
import { expectClose } from "./helpers/close-to.ts";
import { fc } from "./helpers/seeded.ts";

const coefficients = fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { maxLength: 30 });
const point = fc.double({ min: -4, max: 4, noNaN: true });

test("is the sum of c_k h_k", () => {
  fc.assert(
    fc.property(coefficients, point, (c, x) => {
      const sum = c.reduce((total, value, k) => total + value * hermite(k, x), 0);
      expectClose(hermiteSeries(c, x), sum, 1e-11);
    }),
  );
});

test("has the derivative sum of c_k h_k'", () => {
  fc.assert(
    fc.property(coefficients, point, (c, x) => {
      const sum = c.reduce((total, value, k) => total + value * hermiteDerivative(k, x), 0);
      expectClose(hermiteSeriesDerivative(c, x), sum, 1e-11);
    }),
  );
});

test("takes typed arrays", () => {
  expectClose(hermiteSeries(Float32Array.of(1, 0, 2), 3), 1 + 2 * hermite(2, 3), 1e-15);
});

test("refuses what is no array of finite numbers, or too long", () => {
  expect(() => hermiteSeries([1, Number.NaN], 0)).toThrow(
    new RangeError("hermiteSeries: coefficients[1] must be a finite number, got NaN"),
  );
  expect(() => hermiteSeries(3 as never, 0)).toThrow(
    new TypeError("hermiteSeries: coefficients must be an array of numbers, got 3"),
  );
  expect(() => hermiteSeriesDerivative(new Float64Array(258), 0)).toThrow(
    new RangeError("hermiteSeriesDerivative: coefficients.length must be at most 257, got 258"),
  );
  expect(() => hermiteSeries([1], Infinity)).toThrow(RangeError);
});

test("a series that overflows is infinite with the sign of its leading term", () => {
  expect(hermiteSeries(new Float64Array(200).fill(1), 1e6)).toBe(Number.POSITIVE_INFINITY);
  expect(hermiteSeries(new Float64Array(200).fill(1), -1e6)).toBe(Number.NEGATIVE_INFINITY);
  expect(hermiteSeries([...new Array(200).fill(0), -1], 1e3)).toBe(Number.NEGATIVE_INFINITY);
});

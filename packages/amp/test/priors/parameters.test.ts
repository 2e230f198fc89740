import { describe, expect, test } from "vitest";
import {
  bernoulli,
  discrete,
  exponential,
  gaussBernoulli,
  gaussian,
  laplace,
  nonNegativeGaussian,
  sparseRademacher,
} from "../../src/index.ts";

describe("bad parameters", () => {
  test.each([
    [
      () => gaussian({ variance: Infinity }),
      "gaussian: variance must be a positive finite number, got Infinity",
    ],
    [() => gaussian({ variance: 0 }), "gaussian: variance must be a positive finite number, got 0"],
    [() => gaussian({ mean: Number.NaN }), "gaussian: mean must be a finite number, got NaN"],
    [() => sparseRademacher({ rho: 0 }), "sparseRademacher: rho must be above 0 and at most 1, got 0"],
    [() => sparseRademacher({ rho: 1.1 }), "sparseRademacher: rho must be above 0 and at most 1, got 1.1"],
    [
      () => sparseRademacher({ rho: 0.1, scale: -1 }),
      "sparseRademacher: scale must be a positive finite number, got -1",
    ],
    [() => bernoulli({ rho: Number.NaN }), "bernoulli: rho must be above 0 and at most 1, got NaN"],
    [() => bernoulli({ rho: 0.1, scale: 0 }), "bernoulli: scale must be a positive finite number, got 0"],
    [() => gaussBernoulli({ rho: -1 }), "gaussBernoulli: rho must be above 0 and at most 1, got -1"],
    [
      () => gaussBernoulli({ rho: 0.1, variance: Number.NaN }),
      "gaussBernoulli: variance must be a positive finite number, got NaN",
    ],
    [
      () => nonNegativeGaussian({ variance: -1 }),
      "nonNegativeGaussian: variance must be a positive finite number, got -1",
    ],
    [
      () => nonNegativeGaussian({ mean: Infinity }),
      "nonNegativeGaussian: mean must be a finite number, got Infinity",
    ],
    [() => exponential({ scale: 0 }), "exponential: scale must be a positive finite number, got 0"],
    [() => laplace({ scale: Infinity }), "laplace: scale must be a positive finite number, got Infinity"],
    [
      () => discrete({ points: [0, 1], weights: [0.5, 0.4] }),
      "discrete: weights must have the sum 1, got 0.9",
    ],
    [
      () => discrete({ points: [0, 1], weights: [1.5, -0.5] }),
      "discrete: weights[1] must be at least 0, got -0.5",
    ],
    [() => discrete({ points: [0, Infinity] }), "discrete: points[1] must be a finite number, got Infinity"],
    [() => exponential({ scale: 1e200 }), "exponential: the second moment must be finite, got Infinity"],
    [() => discrete({ points: [0, 1e200] }), "discrete: the second moment must be finite, got Infinity"],
    [() => gaussian({ mean: -1e200 }), "gaussian: the second moment must be finite, got Infinity"],
    [() => exponential().denoise(0, 1), "denoise: B must be below 1 at A = 0, where log Z is finite, got 1"],
  ])("%s", (call, message) => {
    expect(call).toThrow(new RangeError(message));
  });

  test.each([
    [() => discrete({ points: [] }), "discrete: points must have at least one entry, got 0"],
    [
      () => discrete({ points: [1, 2], weights: [1] }),
      "discrete: weights must have points.length = 2 entries, got 1",
    ],
    [() => discrete({ points: 3 as never }), "discrete: points must be an array of numbers, got 3"],
    [() => sparseRademacher(0.1 as never), "sparseRademacher: options must be an object, got 0.1"],
  ])("%s", (call, message) => {
    expect(call).toThrow(new TypeError(message));
  });
});

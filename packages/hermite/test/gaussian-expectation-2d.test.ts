import { describe, expect, test } from "vitest";
import {
  erf,
  gaussianExpectation,
  gaussianExpectation2d,
  type Link,
  relu,
  sigmoid,
  softStep,
} from "../src/index.ts";
import fixture from "./fixtures/kernels.json";
import { expectClose } from "./helpers/close-to.ts";
import { fc } from "./helpers/seeded.ts";

const step = { apply: (z: number) => (z > 0 ? 1 : 0), kinks: [0] };

function kernel(
  { apply, kinks }: Pick<Link, "apply" | "kinks">,
  covariance: { q11: number; q22: number; q12: number },
) {
  return gaussianExpectation2d((u, v) => apply(u) * apply(v), {
    covariance,
    kinks: { first: kinks, second: kinks },
  });
}

describe.each(fixture.points)("kernels at ($q11, $q22, $q12)", (point) => {
  test.each([
    ["relu", relu],
    ["step", step],
    ["erf", erf],
    ["sigmoid", sigmoid],
  ] as const)("%s", (name, link) => {
    const { value, convergence } = kernel(link, point);
    expectClose(value, point[name], 1e-13);
    expect(convergence.converged).toBe(true);
  });
});

describe("degenerate and nearly degenerate pairs", () => {
  test.each([1 - 1e-3, 1 - 1e-6, 1 - 1e-9, 1 - 1e-12, 1, -1, -1 + 1e-9])(
    "step kernel at correlation %f",
    (q12) => {
      const { value, convergence } = kernel(step, { q11: 1, q22: 1, q12 });
      expectClose(value, (Math.PI - Math.acos(q12)) / (2 * Math.PI), 1e-12);
      expect(convergence.converged).toBe(true);
    },
  );

  test("a variable of variance 0 is 0", () => {
    const f = (u: number, v: number): number => Math.cos(u) * Math.abs(v);
    const mean = 2 * Math.sqrt(2 / Math.PI);
    const kinks = { second: [0] };
    expectClose(
      gaussianExpectation2d(f, { covariance: { q11: 0, q22: 4, q12: 0 }, kinks }).value,
      mean,
      1e-12,
    );
    expectClose(gaussianExpectation2d(f, { covariance: { q11: 4, q22: 0, q12: 0 }, kinks }).value, 0, 1e-12);
    expectClose(gaussianExpectation2d(f, { covariance: { q11: 0, q22: 0, q12: 0 }, kinks }).value, 0, 1e-12);
  });
});

test("second moments are those of the covariance, and the order of the pair does not matter", () => {
  const variance = fc.double({ min: 0.1, max: 3, noNaN: true });
  const correlation = fc.double({ min: -1, max: 1, noNaN: true });
  fc.assert(
    fc.property(variance, variance, correlation, (q11, q22, rho) => {
      const covariance = { q11, q22, q12: rho * Math.sqrt(q11 * q22) };
      const swapped = { q11: q22, q22: q11, q12: covariance.q12 };
      expectClose(gaussianExpectation2d((u, v) => u * v, { covariance }).value, covariance.q12, 1e-12);
      const f = (u: number, v: number): number => Math.sin(u) * Math.tanh(v - 0.2);
      const mirrored = gaussianExpectation2d((v, u) => f(u, v), { covariance: swapped }).value;
      expectClose(gaussianExpectation2d(f, { covariance }).value, mirrored, 1e-12);
    }),
    { numRuns: 3 },
  );
});

test("averaging over the second variable of a threshold gives the soft step", () => {
  const { apply } = softStep({ threshold: 0.4, width: 0.75 });
  const f = (u: number, v: number): number => Math.sin(u + 1) * (v > 0.4 ? 1 : 0);
  const covariance = { q11: 1, q22: 1 + 0.75 ** 2, q12: 1 };
  const { value } = gaussianExpectation2d(f, { covariance, kinks: { second: [0.4] } });
  expectClose(value, gaussianExpectation((z) => Math.sin(z + 1) * apply(z)).value, 1e-12);
});

test("kinks that were not or cannot be declared show in the record", () => {
  const covariance = { q11: 1, q22: 1, q12: 0.3 };
  const maximumNodes = 700;
  const undeclared = gaussianExpectation2d((u, v) => u + Math.abs(v), { covariance, maximumNodes });
  expect(undeclared.convergence.converged).toBe(false);
  expect(gaussianExpectation2d(Math.max, { covariance, maximumNodes }).convergence.converged).toBe(false);
  const divergent = gaussianExpectation2d((u, v) => Math.exp(u * v), { covariance, maximumNodes });
  expect(divergent.convergence).toMatchObject({ converged: false, residual: Infinity });
});

describe("bad input", () => {
  const f = (u: number, v: number): number => u + v;
  const covariance = { q11: 1, q22: 4, q12: 0 };

  test.each([
    [
      () => gaussianExpectation2d(f, { covariance: { ...covariance, q11: -1 } }),
      "covariance.q11 must be at least 0, got -1",
    ],
    [
      () => gaussianExpectation2d(f, { covariance: { ...covariance, q22: -2 } }),
      "covariance.q22 must be at least 0, got -2",
    ],
    [
      () => gaussianExpectation2d(f, { covariance: { ...covariance, q12: 2.1 } }),
      "covariance.q12 must be at most sqrt(q11 q22) = 2 in absolute value, got 2.1",
    ],
    [
      () => gaussianExpectation2d(f, { covariance: { ...covariance, q12: Number.NaN } }),
      "covariance.q12 must be a finite number, got NaN",
    ],
    [
      () => gaussianExpectation2d(f, { covariance, kinks: { second: [Infinity] } }),
      "kinks.second[0] must be a finite number, got Infinity",
    ],
    [
      () => gaussianExpectation2d(f, { covariance, tolerance: -1 }),
      "tolerance must be a positive finite number, got -1",
    ],
  ])("%s", (call, message) => {
    expect(call).toThrow(new RangeError(`gaussianExpectation2d: ${message}`));
  });

  test("NaN is an error that says where", () => {
    const where = /^gaussianExpectation2d: f must give a number, got NaN at \([\d.-]+, [\d.-]+\)$/;
    expect(() => gaussianExpectation2d(Math.pow, { covariance })).toThrow(where);
  });

  test("wrong kinds are type errors", () => {
    expect(() => gaussianExpectation2d(1 as never, { covariance })).toThrow(TypeError);
    expect(() => gaussianExpectation2d(f, { covariance: { q11: 1, q22: 1 } as never })).toThrow(
      new TypeError("gaussianExpectation2d: covariance.q12 must be a finite number, got undefined"),
    );
  });
});

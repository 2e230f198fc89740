import { describe, expect, test } from "vitest";
import { gaussianExpectation, hermite, normalDensity } from "../src/index.ts";
import fixture from "./fixtures/expectations.json";
import { expectClose } from "./helpers/close-to.ts";
import { fc } from "./helpers/seeded.ts";

const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

describe("what is known in closed form comes out to 1e-12", () => {
  test.each([
    ["1", () => 1, [], 1],
    ["z^8", (z: number) => z ** 8, [], 105],
    ["cos z", Math.cos, [], Math.exp(-1 / 2)],
    ["exp(20 z), whose mass is at z = 20", (z: number) => Math.exp(20 * z - 200), [], 1],
    ["relu", (z: number) => Math.max(z, 0), [0], density(0)],
    ["relu^2", (z: number) => Math.max(z, 0) ** 2, [0], 1 / 2],
    ["sign(z) z", (z: number) => Math.sign(z) * z, [0], 2 * density(0)],
    ["sign", Math.sign, [0], 0],
    [
      "a step so far out that the density is 1e-49",
      (z: number) => (z > 15 ? 1e50 : 0),
      [15],
      0.3670966199311,
    ],
    ["sign(z - 1)^2 z^2", (z: number) => Math.sign(z - 1) ** 2 * z * z, [1], 1],
    ["soft threshold squared", (z: number) => Math.max(Math.abs(z) - 1, 0) ** 2, [1, -1], 0.150679566687542],
    [
      "soft threshold times z",
      (z: number) => Math.sign(z) * Math.max(Math.abs(z) - 1, 0) * z,
      [-1, 1],
      0.3173105078629141,
    ],
  ] as const)("E[%s]", (_, f, kinks, exact) => {
    const { value, convergence } = gaussianExpectation(f, { kinks });
    expectClose(value, exact, 1e-12);
    expect(convergence.converged).toBe(true);
    expect(convergence.residual).toBeLessThanOrEqual(convergence.tolerance);
  });

  test.each([0, 1, 12, 30, 60, 128, 256])("h_%i has norm 1: the interval grows with the polynomial", (k) => {
    const { value, convergence } = gaussianExpectation((z) => hermite(k, z) ** 2);
    expectClose(value, 1, 1e-12);
    expect(convergence.converged).toBe(true);
  });

  test.each(fixture.overlaps.rademacher)("Rademacher overlap at snr $snr", ({ snr, value }) => {
    expectClose(gaussianExpectation((z) => Math.tanh(snr + Math.sqrt(snr) * z)).value, value, 1e-12);
  });

  test("the magnitude is E|f|", () => {
    expectClose(gaussianExpectation((z) => z, { kinks: [0] }).magnitude, 2 * density(0), 1e-14);
  });

  test("linear: splitting a smooth integrand anywhere changes nothing", () => {
    const kinks = fc.array(fc.double({ min: -40, max: 40, noNaN: true }), { maxLength: 5 });
    fc.assert(
      fc.property(kinks, (places) => {
        expectClose(
          gaussianExpectation((z) => Math.cos(z) + z, { kinks: places }).value,
          Math.exp(-1 / 2),
          1e-12,
        );
      }),
      { numRuns: 30 },
    );
  });
});

describe("oscillation does not alias with the grid", () => {
  test.each([16, 32, 64, 207 * 16])("E cos(2 pi %i z) is 0, not 1", (frequency) => {
    expectClose(gaussianExpectation((z) => Math.cos(2 * Math.PI * frequency * z)).value, 0, 1e-12);
  });
});

describe("what cannot be trusted says so", () => {
  test.each([
    ["a jump that was not declared", (z: number) => (z > 0 ? 1 : 0), 3e-3],
    ["an odd jump that was not declared", Math.sign, 3e-3],
    ["a kink that was not declared", (z: number) => Math.max(z, 0), 1e-6],
    ["a kink off the grid that was not declared", (z: number) => Math.abs(z - 0.3), 1e-6],
    ["a logarithm at 0", (z: number) => Math.log(Math.abs(z)), 1e-2],
  ])("%s: a residual about as large as the error", (_, f, largest) => {
    const { convergence } = gaussianExpectation(f);
    expect(convergence.converged).toBe(false);
    expect(convergence.residual).toBeLessThan(largest);
    expect(convergence.residual).toBeGreaterThan(1e-12);
  });

  test("a kink declared in the wrong place", () => {
    expect(gaussianExpectation(Math.abs, { kinks: [0.1] }).convergence.converged).toBe(false);
  });

  test("a value that calls itself converged is right, wherever a jump of a derivative was not declared", () => {
    const place = fc.double({ min: -2, max: 2, noNaN: true });
    fc.assert(
      fc.property(place, fc.constantFrom(0, 1, 2, 3), (kink, power) => {
        const f = (z: number): number => (z > kink ? (z - kink) ** power : 0);
        const { value, convergence } = gaussianExpectation(f);
        const exact = gaussianExpectation(f, { kinks: [kink] });
        expect(exact.convergence.converged).toBe(true);
        if (convergence.converged) expectClose(value / exact.value, 1, 1e-11);
      }),
    );
  });

  test.each([
    ["exp(z^2/2)", (z: number) => Math.exp((z * z) / 2)],
    ["exp(z^2)", (z: number) => Math.exp(z * z)],
    ["1/|z| at infinity times 1/phi", (z: number) => Math.exp((z * z) / 2) / (1 + Math.abs(z))],
    ["an infinite value on an interval", (z: number) => (z > 1 ? Infinity : 0)],
  ])("a divergent integral, %s: an infinite residual", (_, f) => {
    expect(gaussianExpectation(f).convergence).toMatchObject({ converged: false, residual: Infinity });
  });

  test("too few nodes", () => {
    const { convergence } = gaussianExpectation((z) => Math.tanh(500 * z - 100), { maximumNodes: 2000 });
    expect(convergence.converged).toBe(false);
  });

  test("a tolerance finer than rounding", () => {
    expect(gaussianExpectation((z) => Math.exp(z), { tolerance: 1e-18 }).convergence.converged).toBe(false);
  });
});

describe("bad input", () => {
  test("NaN is an error that says where", () => {
    expect(() => gaussianExpectation(Math.sqrt)).toThrow(
      /^gaussianExpectation: f must give a number, got NaN at z = -[\d.]+$/,
    );
    expect(() => gaussianExpectation(() => "1" as never)).toThrow(TypeError);
  });

  test.each([
    [() => gaussianExpectation(3 as never), TypeError, "f must be a function, got 3"],
    [
      () => gaussianExpectation(Math.abs, { kinks: [Number.NaN] }),
      RangeError,
      "kinks[0] must be a finite number, got NaN",
    ],
    [
      () => gaussianExpectation(Math.abs, { kinks: 0 as never }),
      TypeError,
      "kinks must be an array of numbers, got 0",
    ],
    [
      () => gaussianExpectation(Math.abs, { tolerance: 0 }),
      RangeError,
      "tolerance must be a positive finite number, got 0",
    ],
    [
      () => gaussianExpectation(Math.abs, { maximumNodes: 1.5 }),
      RangeError,
      "maximumNodes must be an integer from 1 to 9007199254740991, got 1.5",
    ],
  ])("%s", (call, Kind, message) => {
    expect(call).toThrow(new Kind(`gaussianExpectation: ${message}`));
  });
});

test("what is narrower than the grids must be declared: a window of width 1e-3", () => {
  const window = (z: number) => (Math.abs(z - 0.3004) < 5e-4 ? 1 : 0) + 1;
  expect(gaussianExpectation(window).value).not.toBeCloseTo(1.00038, 4);
  const declared = gaussianExpectation(window, { kinks: [0.2999, 0.3009] });
  expect(declared.convergence.converged).toBe(true);
  expectClose(declared.value, 1 + 1e-3 * normalDensity(0.3004), 1e-9);
});

describe("what diverges is not said to converge, though its symmetric sums would", () => {
  test.each<[string, (z: number) => number, readonly number[]]>([
    ["1/z", (z) => 1 / z, [0]],
    ["1/z^3", (z) => 1 / z ** 3, [0]],
    ["sign(z)/z^2 + z^2", (z) => Math.sign(z) / z ** 2 + z * z, [0]],
    ["tan z", Math.tan, [-4.5, -3.5, -2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 3.5, 4.5].map((k) => k * Math.PI)],
  ])("%s", (_, f, kinks) => {
    expect(gaussianExpectation(f, { kinks }).convergence.converged).toBe(false);
  });
});

describe("mass beyond |z| = 12 is found where there is none within", () => {
  test.each<[string, (z: number) => number, readonly number[], number]>([
    ["a step at 20", (z) => (z > 20 ? 1e88 : 0), [20], 0.2753624118606234],
    ["a peak at 20", (z) => Math.exp((z * z) / 2 - 50 * (z - 20) ** 2), [], 0.1],
  ])("%s", (_, f, kinks, expected) => {
    const { value, convergence } = gaussianExpectation(f, { kinks });
    expect(convergence.converged).toBe(true);
    expect(value / expected).toBeCloseTo(1, 10);
  });
});

test("two grids that agree by chance at a kink that was not declared are not enough", () => {
  const f = (z: number) => Math.abs(z - 0.32909956882263935);
  expect(gaussianExpectation(f).convergence.converged).toBe(false);
});

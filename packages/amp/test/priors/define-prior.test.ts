import { stream } from "@onsager/random";
import { describe, expect, test } from "vitest";
import {
  definePrior,
  exponential,
  gaussBernoulli,
  gaussian,
  laplace,
  mmse,
  nonNegativeGaussian,
  type Prior,
} from "../../src/index.ts";
import { expectMean } from "../helpers/statistics.ts";

interface Pair {
  readonly what: string;
  readonly defined: Prior;
  readonly member: Prior;
}

const pairs: readonly Pair[] = [
  {
    what: "a log-density with a large constant",
    defined: definePrior({ name: "normal", logDensity: (w) => 700 - (w - 0.5) ** 2 / 4 }),
    member: gaussian({ mean: 0.5, variance: 2 }),
  },
  {
    what: "a density with a kink",
    defined: definePrior({
      name: "kink",
      density: (w) => Math.exp(-Math.SQRT2 * Math.abs(w)),
      kinks: [0],
    }),
    member: laplace(),
  },
  {
    what: "a symmetric density",
    defined: definePrior({
      name: "symmetric",
      density: (w) => 3 * Math.exp(-Math.SQRT2 * w),
      symmetric: true,
    }),
    member: laplace(),
  },
  {
    what: "a half line",
    defined: definePrior({ name: "half", density: (w) => Math.exp(-w), support: [0, Infinity] }),
    member: exponential(),
  },
  {
    what: "the other half line",
    defined: mirror(definePrior({ name: "other", density: Math.exp, support: [-Infinity, 0] })),
    member: exponential(),
  },
  {
    what: "a spike and a slab",
    defined: definePrior({
      name: "spike",
      logDensity: (w) => (-w * w) / 2,
      atoms: [{ at: 0, weight: 0.8 }],
    }),
    member: gaussBernoulli({ rho: 0.2 }),
  },
  {
    what: "a scale far from 1",
    defined: definePrior({
      name: "tiny",
      density: (w) => Math.exp((-w * w) / 2e-12),
      support: [0, Infinity],
      scale: 1e-6,
    }),
    member: nonNegativeGaussian({ variance: 1e-12 }),
  },
];

/** The law of -w. */
function mirror(prior: Prior): Prior {
  return {
    ...prior,
    mean: -prior.mean,
    denoise(A, B) {
      const posterior = prior.denoise(A, -B);
      return { ...posterior, mean: -posterior.mean };
    },
  };
}

describe.each(pairs)("$what", ({ defined, member }) => {
  const deviation = Math.sqrt(member.secondMoment);

  test("moments are those of the member", () => {
    expect(Math.abs(defined.mean - member.mean)).toBeLessThan(1e-13 * deviation);
    expect(Math.abs(defined.secondMoment / member.secondMoment - 1)).toBeLessThan(1e-13);
  });

  test("posteriors are those of the member, from the flattest likelihood to the sharpest", () => {
    for (const precision of [1e-6, 0.1, 1, 10, 1e4, 1e8]) {
      for (const y of [-30, -3, -0.5, 0, 1, 5, 40]) {
        const A = precision / member.secondMoment;
        const B = Math.sqrt(A) * y;
        const [actual, expected] = [defined.denoise(A, B), member.denoise(A, B)];
        expect(Math.abs(actual.mean - expected.mean)).toBeLessThan(
          1e-13 * (Math.abs(expected.mean) + deviation),
        );
        expect(Math.abs(actual.variance / expected.variance - 1)).toBeLessThan(1e-12);
        expect(Math.abs(actual.logPartition - expected.logPartition)).toBeLessThan(
          1e-12 * (1 + Math.abs(expected.logPartition)),
        );
      }
    }
  });

  test("overlaps and expected log Z are those of the member", () => {
    for (const precision of [0.1, 10]) {
      const A = precision / member.secondMoment;
      expect(Math.abs(defined.overlap(A) - member.overlap(A))).toBeLessThan(1e-13 * member.secondMoment);
      const difference = defined.expectedLogPartition(A) - member.expectedLogPartition(A);
      expect(Math.abs(difference)).toBeLessThan(1e-12);
    }
  });
});

test("heavy tails: Student's law with three degrees of freedom", () => {
  const prior = definePrior({ name: "student", density: (w) => (1 + (w * w) / 3) ** -2, symmetric: true });
  expect(prior.secondMoment).toBeCloseTo(3, 13);
  const { mean, variance } = prior.denoise(1, 1e4);
  expect(mean).toBeCloseTo(1e4 - 4e-4, 9);
  expect(variance).toBeCloseTo(1, 6);
});

describe("heavy tails of finite variance", () => {
  const student = (nu: number) => (w: number) => (1 + (w * w) / nu) ** (-(nu + 1) / 2);

  test("Pareto's law of index 2.5: its overlap from double integrals in 20 digits", () => {
    const prior = definePrior({ name: "pareto", density: (w) => w ** -3.5, support: [1, Infinity] });
    expect(prior.secondMoment).toBeCloseTo(5, 11);
    expect(prior.overlap(1)).toBeCloseTo(4.713567602827223, 11);
    expect(prior.overlap(1) + mmse(prior, 1)).toBeCloseTo(5, 11);
  });

  test.each([2.4, 2.7])("Student's law with %s degrees of freedom: overlap and error add up", (nu) => {
    const prior = definePrior({ name: "student", density: student(nu), symmetric: true });
    const variance = nu / (nu - 2);
    expect(prior.secondMoment / variance).toBeCloseTo(1, 10);
    expect((prior.overlap(1) + mmse(prior, 1)) / variance).toBeCloseTo(1, 10);
  });

  test("posteriors of fields at which numbers are farther apart than the likelihood is wide", () => {
    const prior = definePrior({ name: "student", density: student(3) });
    const { mean, variance, logPartition } = prior.denoise(1e12, 1e30);
    expect(mean / 1e18).toBeCloseTo(1, 14);
    expect(variance * 1e12).toBeCloseTo(1, 12);
    // log of the density at 1e18 and of the likelihood's mass, beside B^2/(2A) = 5e47.
    expect(logPartition / 5e47).toBeCloseTo(1, 14);
  });

  test.each([
    ["Student, nu = 2", student(2), undefined],
    ["Student, nu = 1.99", student(1.99), undefined],
    ["Pareto, index 2", (w: number) => w ** -3, [1, Infinity]],
    ["Pareto, index 1.9", (w: number) => w ** -2.9, [1, Infinity]],
  ] as const)("no finite variance: %s", (_, density, ends) => {
    const support: readonly [number, number] = ends ?? [-Infinity, Infinity];
    expect(() => definePrior({ name: "heavy", density, support })).toThrow(
      "definePrior: density must have a finite variance",
    );
  });
});

test("ends where the density is infinite, and not zero: the arcsine law and its posterior means, sin(2 pi k) and a Bessel ratio", () => {
  const prior = definePrior({ name: "arcsine", density: (w) => 1 / Math.sqrt(1 - w * w), support: [-1, 1] });
  expect(prior.secondMoment).toBeCloseTo(1 / 2, 11);
  // I_1(1)/I_0(1), and m(1) = E[(I_1/I_0)^2] as the sum of overlap and error.
  expect(prior.denoise(0, 1).mean).toBeCloseTo(0.446389965896535, 11);
  expect(prior.overlap(1) + mmse(prior, 1)).toBeCloseTo(1 / 2, 10);
  const random = stream(5);
  const samples = Float64Array.from({ length: 500 }, () => prior.sample(random) ** 2);
  expectMean(samples, 1 / 2);
});

test("an end where the density is infinite: the gamma law of shape 1/2", () => {
  const prior = definePrior({
    name: "gamma",
    density: (w) => Math.exp(-w) / Math.sqrt(w),
    support: [0, Infinity],
  });
  expect(prior.mean).toBeCloseTo(1 / 2, 13);
  expect(prior.secondMoment).toBeCloseTo(3 / 4, 13);
  expect(prior.denoise(0, 0.5).mean).toBeCloseTo(1, 13);
});

describe("bad definitions", () => {
  const density = (w: number) => Math.exp(-w * w);
  test.each([
    [
      { name: "x", density, scale: 0 },
      RangeError,
      "definePrior: scale must be a positive finite number, got 0",
    ],
    [
      { name: "x", density, kinks: [Number.NaN] },
      RangeError,
      "definePrior: kinks[0] must be a finite number",
    ],
    [
      { name: "x", density, support: [1, 1] as const },
      TypeError,
      "definePrior: support must be [a, b] with a < b",
    ],
    [
      { name: "x", density, atoms: [{ at: 0, weight: 1 }] },
      RangeError,
      "definePrior: atoms must have weights with a sum below 1 (see discrete), got 1",
    ],
    [
      { name: "x", density, atoms: [{ at: Infinity, weight: 0.1 }] },
      RangeError,
      "definePrior: atoms[0].at must be a finite number, got Infinity",
    ],
    [
      { name: "x", density, atoms: [{ at: 1, weight: 0.1 }], symmetric: true },
      RangeError,
      "definePrior: atoms[0].at must be 0 where the prior is symmetric, got 1",
    ],
    [
      { name: "x", density, support: [0, 1] as const, symmetric: true },
      TypeError,
      "definePrior: support must be [-b, b] where the prior is symmetric",
    ],
    [{ name: "x", density, support: 5 as never }, TypeError, "definePrior: support must be [a, b], got 5"],
    [
      { name: "x", density, atoms: [null as never] },
      TypeError,
      "definePrior: atoms[0] must be { at, weight }, got null",
    ],
    [{ name: "x" }, TypeError, "definePrior: logDensity must be a function, got undefined"],
    [{ name: 3 as never, density }, TypeError, "definePrior: name must be a string, got 3"],
    [
      { name: "cauchy", density: (w: number) => 1 / (1 + w * w) },
      TypeError,
      "definePrior: density must have a finite variance",
    ],
    [
      { name: "kink", density: (w: number) => Math.exp(-Math.abs(w - 0.3)) },
      TypeError,
      "definePrior: density must be smooth between its kinks",
    ],
    [
      { name: "kink at zero", density: (w: number) => Math.exp(-Math.abs(w) * Math.SQRT2) },
      TypeError,
      "definePrior: density must be smooth between its kinks",
    ],
    [
      { name: "jumps", density: (w: number) => (Math.abs(w) < 1 ? 1 : 0) },
      TypeError,
      "definePrior: density must be smooth between its kinks",
    ],
    [
      { name: "negative", density: (w: number) => Math.exp(-w * w) - 0.5 },
      RangeError,
      "definePrior: density must give a finite number, at least 0, at",
    ],
    [
      { name: "nan", logDensity: () => Number.NaN },
      RangeError,
      "definePrior: logDensity must give a number below Infinity at",
    ],
    [
      { name: "nothing", density: () => 0 },
      TypeError,
      "definePrior: density must have a positive mass and a finite variance",
    ],
  ])("$0.name", (definition, Kind, message) => {
    expect(() => definePrior(definition)).toThrow(Kind);
    expect(() => definePrior(definition)).toThrow(message);
  });
});

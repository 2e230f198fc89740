import { gaussLegendre } from "@onsager/hermite";
import { stream } from "@onsager/random";
import { describe, expect, test } from "vitest";
import { definePrior, mmse, type Prior, priors } from "../../src/index.ts";
import { fc } from "../helpers/seeded.ts";
import { expectMean } from "../helpers/statistics.ts";

const family: readonly Prior[] = [
  ...priors,
  definePrior({ name: "logistic", logDensity: (w) => -2 * Math.log(Math.cosh(w / 2)), symmetric: true }),
  definePrior({
    name: "ramp-and-atom",
    density: (w) => w,
    support: [0, 2],
    atoms: [{ at: 1, weight: 0.25 }],
  }),
];

/** Quadrature in place of closed forms: the laws cost a hundred times more. */
const byQuadrature = new Set(["logistic", "ramp-and-atom"]);

const fields = [
  [0, -0.2],
  [0.4, 0.7],
  [0.4, -2.1],
  [3, 4],
  [20, -6],
] as const;

/** f'(x) by central differences of fourth order. */
function slope(f: (x: number) => number, x: number, step = 1e-3): number {
  const difference = (h: number): number => (f(x + h) - f(x - h)) / (2 * h);
  return (4 * difference(step) - difference(2 * step)) / 3;
}

function denoised(prior: Prior, A: number, B: Float64Array): { mean: Float64Array; variance: Float64Array } {
  const mean = new Float64Array(B.length);
  const variance = new Float64Array(B.length);
  prior.denoiseAll(A, B, mean, variance);
  return { mean, variance };
}

describe.each(family.map((prior) => ({ name: prior.name, prior })))("prior $name", ({ name, prior }) => {
  const rho = prior.secondMoment;
  const slow = byQuadrature.has(name);
  const precisions = slow ? [0.5, 3] : [0.01, 0.5, 3, 40];

  test("Z(0, 0) = 1, where the posterior is the prior", () => {
    const { mean, variance, logPartition } = prior.denoise(0, 0);
    expect(Math.abs(logPartition)).toBeLessThan(1e-14);
    expect(Math.abs(mean - prior.mean)).toBeLessThan(1e-12);
    expect(Math.abs(variance + prior.mean ** 2 - rho)).toBeLessThan(1e-12 * rho);
  });

  test("d log Z/dB is the posterior mean, and its derivative the variance", () => {
    for (const [A, B] of fields) {
      const { mean, variance } = prior.denoise(A, B);
      expect(Math.abs(slope((b) => prior.denoise(A, b).logPartition, B) - mean)).toBeLessThan(1e-9);
      expect(Math.abs(slope((b) => prior.denoise(A, b).mean, B) - variance)).toBeLessThan(1e-9);
    }
  });

  test("d log Z/dA is minus half of the posterior second moment", () => {
    for (const [A, B] of fields.slice(1)) {
      const { mean, variance } = prior.denoise(A, B);
      const derivative = slope((a) => prior.denoise(a, B).logPartition, A);
      expect(Math.abs(derivative + (mean * mean + variance) / 2)).toBeLessThan(1e-8);
    }
  });

  test("Nishimori: E[eta w*] = E[eta^2] = m", () => {
    for (const A of precisions) {
      if (!slow) {
        const overlap = prior.expectation(A, A, (w, B) => w * prior.denoise(A, B).mean);
        expect(Math.abs(overlap - prior.overlap(A))).toBeLessThan(1e-12 * rho);
      }
      const meanSquare = prior.fieldExpectation(A, A, (_, { mean }) => mean * mean);
      expect(Math.abs(meanSquare - prior.overlap(A))).toBeLessThan(1e-12 * rho);
    }
  });

  test("E[eta'] is the error, E[(eta - w*)^2] = rho - m", () => {
    for (const A of precisions) {
      const error = prior.secondMoment - prior.overlap(A);
      expect(Math.abs(mmse(prior, A) - error)).toBeLessThan(1e-12 * rho);
    }
  });

  test("psi' = m/2: the difference of psi is the integral of m/2", () => {
    const interval = [0.5, 2] as const;
    const { nodes, weights } = gaussLegendre(slow ? 8 : 16, { interval });
    const integral = nodes.reduce((sum, A, i) => sum + (weights[i]! * prior.overlap(A)) / 2, 0);
    const [low, high] = interval.map((A) => prior.expectedLogPartition(A));
    expect(Math.abs(high! - low! - integral)).toBeLessThan(slow ? 1e-8 : 1e-11);
  });

  test("m increases from mean^2 to rho, and the error stays below that of linear and of unbiased estimates", () => {
    const at = slow ? [0, 0.1, 1, 10] : [0, 1e-6, 1e-3, 0.1, 0.5, 1, 2, 5, 20, 1e3, 1e6, 1e12];
    const overlaps = at.map((A) => prior.overlap(A));
    expect(overlaps[0]).toBeCloseTo(prior.mean ** 2, 15);
    expect(prior.expectedLogPartition(0)).toBe(0);
    const variance = rho - prior.mean ** 2;
    at.forEach((A, i) => {
      if (i > 0) expect(overlaps[i]!).toBeGreaterThanOrEqual(overlaps[i - 1]! - 1e-14 * rho);
      expect(rho - overlaps[i]!).toBeLessThanOrEqual(variance / (1 + A * variance) + 1e-12 * rho);
    });
    expect(rho - overlaps.at(-1)!).toBeLessThanOrEqual(1.01 / at.at(-1)! + 1e-14 * rho);
  });

  test("m grows from mean^2 by A variance^2 at first, with all its digits", () => {
    const A = 1e-9;
    const variance = rho - prior.mean ** 2;
    const growth = prior.overlap(A) - prior.mean ** 2;
    const digits = prior.mean === 0 ? 1e-7 * variance ** 2 * A : 1e-14;
    expect(Math.abs(growth - A * variance ** 2)).toBeLessThan(digits);
  });

  test("expectations: E 1 = 1, E w^2 = rho, E[(B - signal w)^2] = noise, for signals of either sign", () => {
    for (const [signal, noise] of [
      [0.7, 0.3],
      [-1.2, 2],
      [0, 1],
      [1, 0],
    ] as const) {
      const mean = (f: (w: number, B: number) => number) => prior.expectation(signal, noise, f);
      expect(Math.abs(mean(() => 1) - 1)).toBeLessThan(1e-12);
      expect(Math.abs(mean((w) => w * w) - rho)).toBeLessThan(1e-12 * rho);
      expect(Math.abs(mean((w, B) => (B - signal * w) ** 2) - noise)).toBeLessThan(1e-12);
    }
  });

  test("off the Bayes-optimal line: E[w* h(B)] is E[E[w*|B] h(B)]", () => {
    const h = (B: number) => Math.tanh(B - 0.3);
    const cases = [
      [0.7, 0.3],
      [-1.2, 2],
      [1.5, 0],
    ] as const;
    for (const [signal, noise] of cases) {
      const joint = prior.expectation(signal, noise, (w, B) => w * h(B));
      const byField = prior.fieldExpectation(signal, noise, (B, { mean }) => mean * h(B));
      expect(Math.abs(joint - byField)).toBeLessThan(1e-11 * (1 + rho));
    }
  });

  test("samples have its mean and second moment, and errors the size that mmse says", () => {
    const count = slow ? 2_000 : 40_000;
    const A = 1.5;
    const random = stream(7).split(name);
    const truth = Float64Array.from({ length: count }, () => prior.sample(random));
    const noise = new Float64Array(count);
    random.split("noise").fillNormal(noise);
    const B = truth.map((w, i) => A * w + Math.sqrt(A) * noise[i]!);
    const { mean, variance } = denoised(prior, A, B);
    expectMean(truth, prior.mean);
    expectMean(
      truth.map((w) => w * w),
      rho,
    );
    expectMean(
      mean.map((eta, i) => (eta - truth[i]!) ** 2),
      mmse(prior, A),
    );
    expectMean(
      mean.map((eta, i) => (eta - truth[i]!) ** 2 - variance[i]!),
      0,
    );
  });

  test("denoiseAll is denoise at every field, also in place and beyond a block", () => {
    const count = slow ? 300 : 1000;
    const B = Float64Array.from({ length: count }, (_, i) => 5 * Math.sin(i));
    const { mean, variance } = denoised(prior, 0.8, B);
    for (const i of [0, 1, 255, 256, count - 1]) {
      const one = prior.denoise(0.8, B[i]!);
      expect([mean[i], variance[i]]).toEqual([one.mean, one.variance]);
    }
    const inPlace = B.slice();
    prior.denoiseAll(0.8, inPlace, inPlace, variance);
    expect(inPlace).toEqual(mean);
  });

  test("an odd posterior mean keeps its digits at the smallest fields", () => {
    if (prior.mean !== 0) return;
    for (const A of [0, 0.3, 5]) {
      for (const B of [1e-280, -1e-100, 1e-9]) {
        const { mean, variance } = prior.denoise(A, B);
        expect(Math.abs(mean / (variance * B) - 1)).toBeLessThan(1e-13);
      }
    }
  });

  test("property: finite for any field and precision, and a variance that is not negative", () => {
    const exponents = fc.double({ min: -12, max: slow ? 3 : 40, noNaN: true });
    fc.assert(
      fc.property(exponents, exponents, fc.boolean(), (a, b, negative) => {
        const A = 10 ** a;
        const B = (negative ? -1 : 1) * 10 ** b;
        const { mean, variance, logPartition } = prior.denoise(A, B);
        expect(Number.isFinite(mean)).toBe(true);
        expect(Number.isNaN(logPartition)).toBe(false);
        expect(variance >= 0 && variance < Infinity).toBe(true);
      }),
      { numRuns: slow ? 30 : 300 },
    );
  });

  test("the mean increases with the field", () => {
    for (const A of [0.1, 4]) {
      const B = Float64Array.from({ length: 41 }, (_, i) => (i - 20) / 4);
      const { mean } = denoised(prior, A, B);
      for (let i = 1; i < B.length; i++) expect(mean[i]!).toBeGreaterThanOrEqual(mean[i - 1]! - 1e-13);
    }
  });

  test("bad arguments are told by name", () => {
    const out = new Float64Array(2);
    const rule = "must be a finite number, at least 0, got";
    for (const A of [Number.NaN, -1, Infinity]) {
      expect(() => prior.overlap(A)).toThrow(new RangeError(`overlap: A ${rule} ${A}`));
      expect(() => prior.expectedLogPartition(A)).toThrow(`expectedLogPartition: A ${rule} ${A}`);
      expect(() => prior.denoise(A, 0)).toThrow(`denoise: A ${rule} ${A}`);
      expect(() => prior.denoiseAll(A, out, out, out)).toThrow(`denoiseAll: A ${rule} ${A}`);
      expect(() => prior.fieldExpectation(1, A, () => 1)).toThrow(`fieldExpectation: noise ${rule} ${A}`);
    }
    expect(() => prior.denoise(1, Number.NaN)).toThrow(RangeError);
    expect(() => prior.denoiseAll(1, out, new Float64Array(3), out)).toThrow(TypeError);
    expect(() => prior.expectation(Number.NaN, 1, () => 1)).toThrow(RangeError);
    expect(() => prior.expectation(1, 1, 3 as never)).toThrow(TypeError);
    expect(() => prior.fieldExpectation(1, 1, () => 1, [Number.NaN])).toThrow(RangeError);
  });
});

test("names are in kebab case and occur once", () => {
  const names = priors.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
});

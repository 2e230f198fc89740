import { describe, expect, test } from "vitest";
import {
  bernoulli,
  discrete,
  exponential,
  gaussBernoulli,
  gaussian,
  laplace,
  mmse,
  nonNegativeGaussian,
  type Prior,
  rademacher,
  sparseRademacher,
  spherical,
} from "../../src/index.ts";
import mmseTable from "../fixtures/mmse.json" with { type: "json" };
import highPrecision from "../fixtures/priors.json" with { type: "json" };
import { expectDigits } from "../helpers/expect-digits.ts";

const members: Readonly<Record<string, Prior>> = {
  gaussian: gaussian(),
  rademacher,
  "sparseRademacher 0.1": sparseRademacher({ rho: 0.1 }),
  "sparseRademacher 0.05": sparseRademacher({ rho: 0.05 }),
  "gaussBernoulli 0.2 1": gaussBernoulli({ rho: 0.2 }),
  "gaussBernoulli 0.1 10": gaussBernoulli({ rho: 0.1, variance: 10 }),
};

describe.each(mmseTable.rows)("errors of the scalar channel, $prior", ({ prior, values }) => {
  test.each(mmseTable.precisions.map((A, i) => ({ A, value: values[i]! })))("at A = $A", ({ A, value }) => {
    const member = members[prior]!;
    expectDigits(mmse(member, A), value);
    expectDigits(member.secondMoment - member.overlap(A), value);
  });
});

const exact: Readonly<Record<string, Prior>> = {
  rademacher,
  "sparse-rademacher 0.1": sparseRademacher({ rho: 0.1 }),
  "bernoulli 0.3": bernoulli({ rho: 0.3 }),
  "gauss-bernoulli 0.2": gaussBernoulli({ rho: 0.2 }),
  "non-negative-gaussian": nonNegativeGaussian(),
  "non-negative-gaussian -2 3": nonNegativeGaussian({ mean: -2, variance: 3 }),
  exponential: exponential(),
  laplace: laplace(),
  discrete: discrete({ points: [-1, 0.5, 3], weights: [0.2, 0.5, 0.3] }),
};

describe.each(Object.entries(highPrecision))("%s, from 40 digits", (name, { posteriors, overlaps }) => {
  const prior = exact[name]!;

  test.each(posteriors)("posterior at A = $A, B = $B", ({ A, B, mean, variance, logPartition }) => {
    const posterior = prior.denoise(Number(A), Number(B));
    expect(Math.abs(posterior.mean / Number(mean) - 1)).toBeLessThan(1e-12);
    expect(Math.abs(posterior.variance / Number(variance) - 1)).toBeLessThan(1e-12);
    expect(Math.abs(posterior.logPartition - Number(logPartition))).toBeLessThan(
      1e-13 * Math.max(1, Math.abs(Number(logPartition))),
    );
  });

  test.each(overlaps)("overlap at A = $A", ({ A, overlap }) => {
    expect(Math.abs(prior.overlap(Number(A)) / Number(overlap) - 1)).toBeLessThan(1e-13);
  });
});

describe("closed forms", () => {
  test("gaussian: m = mu^2 + v^2 A/(1 + v A), psi = (rho A - log(1 + v A))/2, also by quadrature", () => {
    const prior = gaussian({ mean: 0.5, variance: 2 });
    for (const A of [0.2, 3]) {
      expect(prior.overlap(A)).toBe(0.25 + (4 * A) / (1 + 2 * A));
      expect(prior.expectedLogPartition(A)).toBe((2.25 * A - Math.log1p(2 * A)) / 2);
      const byField = (g: "mean" | "logPartition") =>
        prior.fieldExpectation(A, A, (_, posterior) => posterior[g] ** (g === "mean" ? 2 : 1));
      expect(byField("mean")).toBeCloseTo(prior.overlap(A), 13);
      expect(byField("logPartition")).toBeCloseTo(prior.expectedLogPartition(A), 13);
    }
  });

  test("rademacher: eta = tanh B whatever A", () => {
    for (const A of [0, 2, 1e5])
      for (const B of [-20, -1, 0.3, 7]) {
        expect(rademacher.denoise(A, B).mean).toBe(Math.tanh(B));
        expect(rademacher.denoise(A, B).variance * Math.cosh(B) ** 2).toBeCloseTo(1, 13);
      }
  });

  test("sparseRademacher has unit variance by default, and at rho = 1 is rademacher", () => {
    expect(sparseRademacher({ rho: 0.03 }).secondMoment).toBeCloseTo(1, 15);
    const full = sparseRademacher({ rho: 1 });
    for (const A of [0.3, 4]) expect(full.overlap(A)).toBe(rademacher.overlap(A));
  });

  test("spherical is the standard normal law", () => {
    expect(spherical.denoise(3, 2).mean).toBe(0.5);
    expect(spherical.overlap(3)).toBe(0.75);
  });

  test("discrete: a symmetric law given point by point is the member of the family", () => {
    const pairs = discrete({ points: [Math.sqrt(10), 0, -Math.sqrt(10)], weights: [0.05, 0.9, 0.05] });
    const member = sparseRademacher({ rho: 0.1 });
    for (const A of [0.1, 2]) expect(pairs.overlap(A)).toBeCloseTo(member.overlap(A), 14);
    expect(pairs.denoise(1, 1e-200).mean / 1e-200).toBeCloseTo(member.denoise(1, 0).variance, 13);
  });

  test("overlaps of atoms a hair apart, and of wide and narrow parts together, agree with the error", () => {
    const laws = [
      discrete({ points: [-1, 0, 1, 1.01], weights: [0.2, 0.5, 0.299, 0.001] }),
      gaussBernoulli({ rho: 0.001, variance: 1000 }),
      bernoulli({ rho: 0.01, scale: 10 }),
    ];
    for (const prior of laws)
      for (const A of [0.003, 0.1, 2, 70, 1e4]) {
        const difference = prior.secondMoment - prior.overlap(A) - mmse(prior, A);
        expect(Math.abs(difference)).toBeLessThan(2e-14 * prior.secondMoment);
      }
  });
});

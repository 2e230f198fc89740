import { normalDensity } from "@onsager/hermite";
import { describe, expect, test } from "vitest";
import {
  discrete,
  gaussian,
  laplace,
  mmse,
  priors,
  rademacher,
  softThreshold,
  sparseRademacher,
  sphericalMaximumLikelihood,
  stateMoments,
} from "../../src/index.ts";
import { logNormalCdf } from "../../src/special/normal-tail.ts";
import fixture from "../fixtures/mmse.json" with { type: "json" };
import { expectDigits } from "../helpers/expect-digits.ts";

const cdf = (t: number): number => Math.exp(logNormalCdf(t));

describe("soft threshold on y ~ N(0, v), in closed form with c = theta/sqrt(v)", () => {
  // A = 1, so that B is y; a gaussian truth of variance v - noise makes the rest of y.
  test.each([
    { v: 1, theta: 1 },
    { v: 2.5, theta: 0.4 },
    { v: 0.3, theta: 2 },
  ])("v = $v, theta = $theta", ({ v, theta }) => {
    const c = theta / Math.sqrt(v);
    const denoiser = softThreshold({ multiple: theta });
    for (const share of [0.1, 0.6]) {
      const truth = gaussian({ variance: share * v });
      const options = { signal: 1, noise: (1 - share) * v, precision: 1 };
      const { overlap, meanSquare, derivative } = stateMoments(truth, denoiser, options);
      expect(meanSquare).toBeCloseTo(2 * v * ((1 + c * c) * cdf(-c) - c * normalDensity(c)), 13);
      expect(overlap).toBeCloseTo(2 * share * v * cdf(-c), 13);
      expect(derivative).toBeCloseTo(2 * cdf(-c), 13);
    }
  });

  test("E eta(z; 1)^2", () => {
    const { threshold, variance, meanSquare } = fixture.softThreshold;
    const denoiser = softThreshold({ multiple: threshold });
    const truth = discrete({ points: [0] });
    const moments = stateMoments(truth, denoiser, { signal: 1, noise: variance, precision: 1 });
    expectDigits(moments.meanSquare, meanSquare);
  });

  test("the estimate is that of y = B/A with the threshold a/sqrt(A)", () => {
    const [A, multiple] = [4, 1.5];
    const B = Float64Array.of(-8, -2.9, 0, 3.1, 10);
    const [mean, derivative] = [new Float64Array(5), new Float64Array(5)];
    softThreshold({ multiple }).denoiseAll(A, B, mean, derivative);
    const soft = (y: number) => Math.sign(y) * Math.max(Math.abs(y) - multiple / Math.sqrt(A), 0);
    mean.forEach((eta, i) => {
      expect(eta).toBeCloseTo(soft(B[i]! / A), 15);
    });
    expect([...derivative]).toEqual([0.25, 0, 0, 0.25, 0.25]);
  });

  test.each([
    [0, "softThreshold: multiple must be a positive finite number, got 0"],
    [Number.NaN, "softThreshold: multiple must be a positive finite number, got NaN"],
  ])("multiple %d", (multiple, message) => {
    expect(() => softThreshold({ multiple })).toThrow(new RangeError(message));
  });
});

describe("stateMoments", () => {
  test("on the Bayes-optimal line the moments of a prior are its overlap and its error", () => {
    for (const prior of priors)
      for (const A of [0.3, 2]) {
        const { overlap, meanSquare, derivative } = stateMoments(prior, prior, { signal: A, noise: A });
        expect(Math.abs(overlap - prior.overlap(A))).toBeLessThan(1e-12 * prior.secondMoment);
        expect(Math.abs(meanSquare - prior.overlap(A))).toBeLessThan(1e-12 * prior.secondMoment);
        expect(Math.abs(derivative - mmse(prior, A))).toBeLessThan(1e-12 * prior.secondMoment);
      }
  });

  test("a gaussian denoiser off the line: m = mu rho/(1 + A), q = (mu^2 rho + tau)/(1 + A)^2", () => {
    for (const truth of [rademacher, sparseRademacher({ rho: 0.2 }), laplace()]) {
      const options = { signal: -0.7, noise: 0.4, precision: 1.5 };
      const { overlap, meanSquare, derivative } = stateMoments(truth, gaussian(), options);
      expect(overlap).toBeCloseTo(-0.7 / 2.5, 13);
      expect(meanSquare).toBeCloseTo((0.49 + 0.4) / 2.5 ** 2, 13);
      expect(derivative).toBeCloseTo(1 / 2.5, 13);
    }
  });

  test("without noise, and without signal", () => {
    const estimate = stateMoments(rademacher, rademacher, { signal: 0.8, noise: 0, precision: 1 });
    expect(estimate.overlap).toBeCloseTo(Math.tanh(0.8), 15);
    expect(estimate.meanSquare).toBeCloseTo(Math.tanh(0.8) ** 2, 15);
    const nothing = stateMoments(rademacher, rademacher, { signal: 0, noise: 0.5 });
    expect(nothing.overlap).toBeCloseTo(0, 15);
    expect(nothing.meanSquare).toBeGreaterThan(0.2);
  });

  test("spherical maximum likelihood: the cosine mu/sqrt(mu^2 + tau)", () => {
    const options = { signal: 2, noise: 3, precision: 100 };
    const { overlap, meanSquare } = stateMoments(rademacher, sphericalMaximumLikelihood, options);
    expect(overlap).toBeCloseTo(2 / Math.sqrt(7), 15);
    expect(meanSquare).toBe(1);
  });

  test.each([
    [{ signal: Number.NaN, noise: 1 }, "stateMoments: signal must be a finite number, got NaN"],
    [{ signal: 1, noise: -1 }, "stateMoments: noise must be a finite number, at least 0, got -1"],
    [
      { signal: 1, noise: 1, precision: Infinity },
      "stateMoments: A must be a finite number, at least 0, got Infinity",
    ],
  ])("%o", (options, message) => {
    expect(() => stateMoments(rademacher, rademacher, options)).toThrow(new RangeError(message));
  });

  test("mmse rejects what is no precision", () => {
    expect(() => mmse(rademacher, Number.NaN)).toThrow(
      "mmse: A must be a finite number, at least 0, got NaN",
    );
    expect(mmse(rademacher, 0)).toBe(1);
  });
});

import { prepare, symmetricEigen, topEigen } from "@onsager/linalg";
import { stream } from "@onsager/random";
import { describe, expect, test } from "vitest";
import { wishart } from "../../src/ensembles/wishart.ts";
import { lawFromDensity } from "../../src/law-from-density.ts";
import { discreteLaw } from "../../src/laws/discrete-law.ts";
import { marchenkoPastur } from "../../src/laws/marchenko-pastur.ts";
import { sampleCovariance } from "../../src/laws/sample-covariance.ts";
import { semicircle } from "../../src/laws/semicircle.ts";
import { covarianceOutlier } from "../../src/outliers/covariance-outlier.ts";
import { expectMean } from "../helpers/statistics.ts";

const mixture = discreteLaw({ points: [1, 1, 3] });

describe("covarianceOutlier", () => {
  test.each([
    [3, 0.5],
    [1.9, 0.5],
    [0.2, 0.5],
    [4, 2.5],
  ])("has Paul's closed forms where H is at 1: l = %s, gamma = %s", (spike, ratio) => {
    const { threshold, eigenvalue, squaredOverlap } = covarianceOutlier({ spike, ratio });
    const gap = spike - 1;
    expect(threshold).toBeCloseTo(1 + Math.sign(gap) * Math.sqrt(ratio), 13);
    expect(eigenvalue).toBeCloseTo(spike * (1 + ratio / gap), 13);
    expect(squaredOverlap).toBeCloseTo((1 - ratio / gap ** 2) / (1 + ratio / gap), 13);
  });

  test("scales with the population", () => {
    const one = covarianceOutlier({ spike: 6, ratio: 0.3, population: mixture });
    const twice = covarianceOutlier({
      spike: 12,
      ratio: 0.3,
      population: discreteLaw({ points: [2, 2, 6] }),
    });
    expect(twice.threshold).toBeCloseTo(2 * one.threshold, 12);
    expect(twice.eigenvalue).toBeCloseTo(2 * one.eigenvalue!, 12);
    expect(twice.squaredOverlap).toBeCloseTo(one.squaredOverlap, 12);
  });

  test.each([
    ["above", 0.3, 100, 1],
    ["below", 0.3, 0.01, 0],
  ])("meets the edge of the bulk at its threshold %s it", (_, ratio, far, side) => {
    const { threshold } = covarianceOutlier({ spike: far, ratio, population: mixture });
    const law = sampleCovariance({ ratio, population: mixture });
    const edge = side === 1 ? law.support.at(-1)![1] : law.support[0]![0];
    const outside = threshold * (side === 1 ? 1 + 1e-6 : 1 - 1e-6);
    const { eigenvalue, squaredOverlap } = covarianceOutlier({ spike: outside, ratio, population: mixture });
    expect(eigenvalue).toBeCloseTo(edge, 9);
    expect(squaredOverlap).toBeGreaterThan(0);
    expect(squaredOverlap).toBeLessThan(1e-4);
    const inside = threshold * (side === 1 ? 1 - 1e-6 : 1 + 1e-6);
    expect(covarianceOutlier({ spike: inside, ratio, population: mixture }).eigenvalue).toBeUndefined();
  });

  test("small spikes stay in the bulk if there are fewer samples than dimensions", () => {
    expect(covarianceOutlier({ spike: 0.1, ratio: 1.5 })).toEqual({
      threshold: 0,
      eigenvalue: undefined,
      squaredOverlap: 0,
    });
  });

  test("has its threshold at the end of a population that is thin there, where psi' is positive", () => {
    // E[t^2/(e - t)^2] at the thin end e is 11/3 and 17/3; times gamma it stays below 1.
    const support = [[1, 2]] as const;
    const above = lawFromDensity({ name: "thin-above", support, density: (t) => 4 * (2 - t) ** 3 });
    const below = lawFromDensity({ name: "thin-below", support, density: (t) => 4 * (t - 1) ** 3 });
    const high = covarianceOutlier({ spike: 2.01, ratio: 0.1, population: above });
    const low = covarianceOutlier({ spike: 0.99, ratio: 0.1, population: below });
    expect([high.threshold, low.threshold]).toEqual([2, 1]);
    expect(high.eigenvalue).toBeGreaterThan(2);
    expect(high.squaredOverlap).toBeGreaterThan(0.4);
    expect(low.eigenvalue).toBeLessThan(1);
  });

  describe("of a spike between clusters of the population", () => {
    const population = discreteLaw({ points: [1, 10] });

    test("has its place and overlap by the same formulas", () => {
      const { eigenvalue, squaredOverlap, threshold } = covarianceOutlier({
        spike: 5,
        ratio: 0.05,
        population,
      });
      // psi(5) = 5 (1 + 0.05 (1/4 - 2)/2), psi'(5) = 1 - 0.05 (1/16 + 4)/2.
      expect(eigenvalue).toBeCloseTo(4.78125, 13);
      expect(squaredOverlap).toBeCloseTo((5 * (1 - 0.05 * (1 / 16 + 4) * 0.5)) / 4.78125, 13);
      const [upper, inside] = [threshold * (1 + 1e-6), threshold * (1 - 1e-6)];
      expect(covarianceOutlier({ spike: upper, ratio: 0.05, population }).eigenvalue).toBeUndefined();
      const last = covarianceOutlier({ spike: inside, ratio: 0.05, population });
      expect(last.eigenvalue).toBeCloseTo(sampleCovariance({ ratio: 0.05, population }).support[1]![0], 8);
    });

    test("has the nearer end of those that leave for a threshold, and the next above where none does", () => {
      const law = (spike: number, ratio: number) => covarianceOutlier({ spike, ratio, population });
      expect(law(1.01, 0.05).threshold).toBeLessThan(1.5);
      expect(law(1.01, 0.05).eigenvalue).toBeUndefined();
      expect(law(9.9, 0.05).threshold).toBeGreaterThan(7);
      expect(law(5, 2)).toEqual({
        threshold: law(20, 2).threshold,
        eigenvalue: undefined,
        squaredOverlap: 0,
      });
    });

    test("is where the eigenpair of wishart between the bulks is, over eight seeds", () => {
      const options = { ratio: 0.05, population };
      const d = 60;
      const found = Array.from({ length: 8 }, (_, seed) => {
        const { sample } = wishart({ ...options, spikes: [5] });
        const { values, vectors } = symmetricEigen(sample(d, stream(32).split(seed)));
        const k = d / 2 - 1;
        return { eigenvalue: values[k]!, squaredOverlap: vectors.data[k * d]! ** 2 };
      });
      const { eigenvalue, squaredOverlap } = covarianceOutlier({ ...options, spike: 5 });
      expectMean(
        found.map((one) => one.eigenvalue),
        eigenvalue!,
      );
      expectMean(
        found.map((one) => one.squaredOverlap),
        squaredOverlap,
      );
    });
  });

  test("sees no population eigenvalues that are 0", () => {
    // They thin the data: d/n of the others is half.
    const population = discreteLaw({ points: [0, 1] });
    for (const spike of [0.1, 3]) {
      const [thinned, white] = [
        covarianceOutlier({ spike, ratio: 0.8, population }),
        covarianceOutlier({ spike, ratio: 0.4 }),
      ];
      expect(thinned.threshold).toBeCloseTo(white.threshold, 12);
      expect(thinned.eigenvalue).toBeCloseTo(white.eigenvalue!, 12);
      expect(thinned.squaredOverlap).toBeCloseTo(white.squaredOverlap, 12);
    }
  });

  test("takes a population with a density", () => {
    // Far from the population only its mean counts: psi(l) = l + gamma E[t] + O(1/l).
    const population = marchenkoPastur({ ratio: 0.25 });
    const { eigenvalue } = covarianceOutlier({ spike: 1e6, ratio: 0.5, population });
    expect(eigenvalue! - 1e6).toBeCloseTo(0.5, 5);
  });

  test.each([
    ["of one point", undefined, 3],
    ["of three points", mixture, 7],
  ])("is where the top eigenpair of wishart is, for a population %s", (_, population, spike) => {
    const options = { ratio: 0.4, ...(population && { population }) };
    const ensemble = wishart({ ...options, spikes: [spike] });
    const tops = Array.from({ length: 8 }, (_, seed) => {
      using S = prepare(ensemble.sample(240, stream(31).split(seed)), { symmetric: true });
      const { values, vectors } = topEigen(S, { count: 1, block: 2, tolerance: 1e-6 });
      return { eigenvalue: values[0]!, squaredOverlap: vectors.data[0]! ** 2 };
    });
    const { eigenvalue, squaredOverlap } = covarianceOutlier({ ...options, spike });
    expectMean(
      tops.map((one) => one.eigenvalue),
      eigenvalue!,
    );
    expectMean(
      tops.map((one) => one.squaredOverlap),
      squaredOverlap,
    );
  });

  test.each([
    [undefined, /covarianceOutlier: options must be an object, got undefined/],
    [{ spike: 0, ratio: 1 }, /: spike must be a positive finite number, got 0/],
    [{ spike: 3, ratio: Number.NaN }, /: ratio must be a positive finite number, got NaN/],
    [{ spike: 1, ratio: 1 }, /: spike must be outside of the population's support and atoms, got 1/],
    [
      { spike: 3, ratio: 1, population: mixture },
      /: spike must be outside of the population's support and atoms/,
    ],
    [{ spike: 3, ratio: 1, population: semicircle() }, /: population's edge must have bounded support/],
  ])("rejects %o", (options, message) => {
    expect(() => covarianceOutlier(options as never)).toThrow(message);
  });
});

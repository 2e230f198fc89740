import { symmetricEigen, weightedGram } from "@onsager/linalg";
import { stream } from "@onsager/random";
import { describe, expect, test } from "vitest";
import {
  discreteLaw,
  type SpectralLaw,
  semicircle,
  weightedCovariance,
  weightedCovarianceOutlier,
} from "../../src/index.ts";
import { expectClose } from "../helpers/close-to.ts";
import { expectMean } from "../helpers/statistics.ts";

/** Signs, the positive one with probability p. */
const signs = (p: number): SpectralLaw => discreteLaw({ points: [-1, 1], masses: [1 - p, p] });

/** The outlier of a planted concept: balanced signs y with c = E[y (v.x)^2] at n/d = delta. */
const planted = (c: number, delta: number) =>
  weightedCovarianceOutlier({ ratio: 1 / delta, weights: signs(1 / 2), tilted: signs((1 + c) / 2) });

/** c = 2 P(chi^2_{r+2} > m) - 1 at the median m of chi^2_r. */
const strengths = { 1: 0.8573481645, 2: Math.LN2, 3: 0.5930605297, 4: 0.5258558039 } as const;

describe("a planted quadratic concept", () => {
  test.each([
    [1, 1.7099779338],
    [2, 2.5126445993],
    [3, 3.3380557475],
    [4, 4.1611563841],
  ] as const)("of rank %i appears at n/d = %d", (rank, threshold) => {
    const c = strengths[rank];
    expect(Math.abs(planted(c, 10).threshold - threshold)).toBeLessThan(rank === 2 ? 1e-9 : 3e-9);
    expect(planted(c, threshold * (1 - 1e-6)).eigenvalue).toBeUndefined();
    const { eigenvalue, squaredOverlap } = planted(c, threshold * (1 + 1e-6));
    const [, edge] = weightedCovariance({ ratio: 1 / threshold, weights: signs(1 / 2) }).support.at(-1)!;
    expectClose(eigenvalue!, edge, 1e-6);
    expect(squaredOverlap).toBeGreaterThan(0);
    expect(squaredOverlap).toBeLessThan(1e-4);
  });

  test.each([
    [10, 0.7780851274, 0.6709064743],
    [20, 0.6815548331, 0.8449184236],
    [40, 0.6362667322, 0.9255116305],
  ])("of rank 3 is at its position with its overlap at n/d = %d", (delta, eigenvalue, squaredOverlap) => {
    const outlier = planted(strengths[3], delta);
    expect(Math.abs(outlier.eigenvalue! - eigenvalue)).toBeLessThan(1e-9);
    expect(Math.abs(outlier.squaredOverlap - squaredOverlap)).toBeLessThan(1e-9);
    expect(outlier.others).toEqual([]);
  });

  test.each([
    [0.3, 40],
    [0.7, 5],
    [0.95, 2],
  ])("has the closed form: c = %d, n/d = %d", (c, delta) => {
    const L = (c * delta + Math.sqrt(c * c * delta * delta + 4)) / 2;
    const { eigenvalue, squaredOverlap, threshold } = planted(c, delta);
    expectClose(eigenvalue!, L / delta + 1 / (c * delta), 1e-13);
    expectClose(
      squaredOverlap,
      (1 - (L * L + 1) / (c * c * delta * L * L)) / (1 + 2 / (c * delta * L)),
      1e-12,
    );
    const at = (c * threshold + Math.sqrt(c * c * threshold * threshold + 4)) / 2;
    expectClose((c * c * threshold * at * at) / (at * at + 1), 1, 1e-12);
    expect(planted(-c, delta)).toEqual({ threshold, eigenvalue: -eigenvalue!, squaredOverlap, others: [] });
  });

  test("concepts of falling strength appear one after the other as n grows", () => {
    const thresholds = [0.699, 0.565, 0.404, 0.249].map((c) => planted(c, 1).threshold);
    for (const [k, value] of [2.47, 3.65, 6.79, 17.0].entries())
      expectClose(thresholds[k]! / value, 1, 0.006);
  });

  test("is where the top eigenpair of (1/n) sum_i y_i x_i x_i^T is, over eight seeds", () => {
    const [d, n, median] = [100, 800, 0.4549364231];
    const tops = Array.from({ length: 8 }, (_, seed) => {
      const X = { rows: n, cols: d, data: new Float64Array(n * d) };
      stream(41).split(seed).fillNormal(X.data);
      const weights = Float64Array.from({ length: n }, (_, i) => (X.data[i * d]! ** 2 > median ? 1 : -1) / n);
      const { values, vectors } = symmetricEigen(weightedGram(X, { weights }));
      return { eigenvalue: values.at(-1)!, squaredOverlap: vectors.data[(d - 1) * d]! ** 2 };
    });
    const { eigenvalue, squaredOverlap } = planted(strengths[1], n / d);
    expectMean(
      tops.map((top) => top.eigenvalue),
      eigenvalue!,
    );
    expectMean(
      tops.map((top) => top.squaredOverlap),
      squaredOverlap,
    );
  });
});

describe("weights in general", () => {
  test("that know nothing of a direction make no outlier", () => {
    const one = discreteLaw({ points: [1] });
    expect(weightedCovarianceOutlier({ ratio: 0.5, weights: one, tilted: one })).toEqual({
      threshold: Infinity,
      eigenvalue: undefined,
      squaredOverlap: 0,
      others: [],
    });
  });

  test("may make an outlier in a gap of the bulk", () => {
    const law = (p: number) => discreteLaw({ points: [1, 10], masses: [p, 1 - p] });
    const options = { ratio: 1.4, weights: law(0.3) };
    const { eigenvalue, others } = weightedCovarianceOutlier({ ...options, tilted: law(0.95) });
    const { support } = weightedCovariance(options);
    expect(support.length).toBe(2);
    expect([eigenvalue, others.length]).toEqual([undefined, 1]);
    expectClose(others[0]!.gap[0], support[0]![1], 1e-12);
    expectClose(others[0]!.gap[1], support[1]![0], 1e-12);
    expect(others[0]!.eigenvalue).toBeGreaterThan(support[0]![1]);
    expect(others[0]!.eigenvalue).toBeLessThan(support[1]![0]);
  });

  test("leave the zeros of fewer samples than dimensions alone", () => {
    const law = (p: number) => discreteLaw({ points: [1, 10], masses: [p, 1 - p] });
    const { eigenvalue, others } = weightedCovarianceOutlier({
      ratio: 3,
      weights: law(0.5),
      tilted: law(0.9),
    });
    expect([eigenvalue, others]).toEqual([undefined, []]);
  });

  test.each([
    [undefined, TypeError, /^weightedCovarianceOutlier: options must be an object, got undefined$/],
    [
      { ratio: 0, weights: signs(0.5), tilted: signs(0.6) },
      RangeError,
      /: ratio must be a positive finite number/,
    ],
    [{ ratio: 1, weights: 3, tilted: signs(0.6) }, TypeError, /: weights must be a spectral law, got 3$/],
    [{ ratio: 1, weights: signs(0.5) }, TypeError, /: tilted must be a spectral law, got undefined$/],
    [
      { ratio: 1, weights: discreteLaw({ points: [0] }), tilted: signs(0.5) },
      TypeError,
      /have mass beside 0/,
    ],
    [
      { ratio: 1, weights: signs(0.5), tilted: semicircle() },
      RangeError,
      /tilted's points must be points of the weights, got -2$/,
    ],
  ])("rejects %o", (options, error, message) => {
    const call = () => weightedCovarianceOutlier(options as never);
    expect(call).toThrow(error);
    expect(call).toThrow(message);
  });
});

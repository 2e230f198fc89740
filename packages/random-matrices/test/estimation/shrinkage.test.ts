import { gemm, type Matrix } from "@onsager/linalg";
import { stream } from "@onsager/random";
import { describe, expect, test } from "vitest";
import { spikedRectangular } from "../../src/ensembles/spiked-rectangular.ts";
import { shrinkMatrix } from "../../src/estimation/shrink-matrix.ts";
import { shrinkSingularValues } from "../../src/estimation/shrink-singular-values.ts";
import type { ShrinkageLoss } from "../../src/estimation/shrinkages.ts";
import { rectangularOutlier } from "../../src/outliers/rectangular-outlier.ts";
import { meanAndError } from "../helpers/statistics.ts";

/** eta(y) in units of sigma sqrt(n): one value of a beta n x n matrix, the others zero. */
function eta(y: number, beta: number, loss: ShrinkageLoss): number {
  const n = 100;
  const values = new Float64Array(beta * n);
  values[0] = y;
  return shrinkSingularValues(values, { rows: beta * n, cols: n, loss, noise: 0.1 }).values[0]!;
}

describe("shrinkSingularValues", () => {
  test.each([2.1, 2.5, 4, 20])("has the closed forms of square matrices at y = %s", (y) => {
    const x = (y + Math.sqrt(y * y - 4)) / 2;
    expect(eta(y, 1, "frobenius")).toBeCloseTo(Math.sqrt(y * y - 4), 12);
    expect(eta(y, 1, "operator")).toBeCloseTo(x, 12);
    expect(eta(y, 1, "nuclear")).toBeCloseTo(Math.max(0, x - 2 / x), 12);
  });

  test.each([
    [0.5, 1.2],
    [0.25, 0.9],
    [0.8, 3],
  ])("is what the overlaps ask for: x c d, x and x (c d - s t) at beta = %s, x = %s", (beta, x) => {
    // A signal x in units of sigma sqrt(n), n columns, is the spike x/sqrt(beta) of |x|^2 = beta n, |y|^2 = n.
    const { left, right, singularValue } = rectangularOutlier({
      variance: 1,
      rowRatio: beta,
      ratio: 1,
      spike: x / Math.sqrt(beta),
    });
    const [c, d] = [Math.sqrt(left.squaredOverlap), Math.sqrt(right.squaredOverlap)];
    const sines = Math.sqrt((1 - left.squaredOverlap) * (1 - right.squaredOverlap));
    expect(eta(singularValue!, beta, "frobenius")).toBeCloseTo(x * c * d, 12);
    expect(eta(singularValue!, beta, "operator")).toBeCloseTo(x, 12);
    expect(eta(singularValue!, beta, "nuclear")).toBeCloseTo(Math.max(0, x * (c * d - sines)), 12);
  });

  test.each(["frobenius", "operator", "nuclear"] as const)("sets the bulk to zero: %s", (loss) => {
    for (const beta of [0.2, 0.5, 1]) expect(eta(1 + Math.sqrt(beta), beta, loss)).toBe(0);
    const { rank, values } = shrinkSingularValues(Float64Array.of(5, 1.9, 0.3), {
      rows: 3,
      cols: 3,
      loss,
      noise: 1 / Math.sqrt(3),
    });
    expect(rank).toBe(1);
    expect([...values.subarray(1)]).toEqual([0, 0]);
  });

  test("does not tell rows from columns, and scales with the values", () => {
    const values = Float64Array.of(30, 25, 3, 2, 1);
    const wide = shrinkSingularValues(values, { rows: 5, cols: 20 });
    expect(shrinkSingularValues(values, { rows: 20, cols: 5 })).toEqual(wide);
    const twice = shrinkSingularValues(
      values.map((value) => 2 * value),
      { rows: 5, cols: 20 },
    );
    expect(twice.noise).toBeCloseTo(2 * wide.noise, 13);
    for (const [i, value] of twice.values.entries()) expect(value).toBeCloseTo(2 * wide.values[i]!, 12);
  });

  test("estimates the noise as y_med/sqrt(n mu), mu = 0.6528 for square matrices", () => {
    // M. Gavish, D. Donoho (2014): the threshold 4/sqrt(3) in units of the noise is 2.858 in units of the median.
    const { noise } = shrinkSingularValues(Float64Array.of(9, 2, 2, 2, 0), { rows: 5, cols: 5 });
    expect((4 / Math.sqrt(3)) * Math.sqrt(5) * (noise / 2)).toBeCloseTo(2.858, 3);
  });

  test.each([
    [
      [1, 2],
      { rows: 3, cols: 4 },
      /^shrinkSingularValues: values must have min\(rows, cols\) = 3 entries, got 2$/,
    ],
    [[1, -1], { rows: 2, cols: 4 }, /: values\[1\] must be at least 0, got -1$/],
    [[1, Number.NaN], { rows: 2, cols: 4 }, /: values\[1\] must be a finite number, got NaN$/],
    [[1, 2], { rows: 2, cols: 4, noise: 0 }, /: noise must be a positive finite number, got 0$/],
    [
      [0, 0],
      { rows: 2, cols: 4 },
      /: the median singular value must be positive where no noise is given, got 0$/,
    ],
    [
      [1, 2],
      { rows: 2, cols: 4, loss: "spectral" },
      /: loss must be one of frobenius, operator, nuclear, got "spectral"$/,
    ],
    [[1, 2], undefined, /^shrinkSingularValues: options must be an object, got undefined$/],
  ])("rejects %o, %o", (values, options, message) => {
    expect(() => shrinkSingularValues(Float64Array.from(values), options as never)).toThrow(message);
  });
});

describe("shrinkMatrix", () => {
  const [N, ratio, variance] = [120, 1.5, 0.2];
  const model = (seed: number): { X: Matrix; Y: Matrix } => {
    const { channels, truth } = spikedRectangular({ ratio, variance }).sample(N, stream(3).split(seed));
    const column = { rows: N, cols: 1, data: truth!.u! };
    const row = { rows: 1, cols: ratio * N, data: truth!.v! };
    return { X: gemm(column, row, { alpha: 1 / Math.sqrt(N) }), Y: channels[0]!.data as Matrix };
  };
  const error = (A: Matrix, B: Matrix): number =>
    A.data.reduce((sum, value, at) => sum + (value - B.data[at]!) ** 2, 0);

  test("has the asymptotic Frobenius loss x^2 (1 - c^2 d^2), with known and with unknown noise", () => {
    const { left, right } = rectangularOutlier({ ratio, variance });
    const expected = 1 - left.squaredOverlap * right.squaredOverlap;
    for (const options of [{ noise: Math.sqrt(variance) }, {}]) {
      const losses = Array.from({ length: 8 }, (_, seed) => {
        const { X, Y } = model(seed);
        const { matrix, noise } = shrinkMatrix(Y, options);
        expect(noise).toBeCloseTo(Math.sqrt(variance), 1);
        return error(matrix, X) / (ratio * N);
      });
      const { mean, error: spread } = meanAndError(losses);
      expect(Math.abs(mean - expected), `${mean} +- ${spread}, ${expected}`).toBeLessThan(5 * spread);
    }
  });

  test("keeps a matrix without noise in its rank, when the noise is small", () => {
    const { X } = model(1);
    const { matrix, rank } = shrinkMatrix(X, { noise: 1e-6 });
    expect(rank).toBe(1);
    expect(error(matrix, X)).toBeLessThan(1e-9);
  });

  test("rejects an empty matrix", () => {
    expect(() => shrinkMatrix({ rows: 0, cols: 1, data: new Float64Array(0) })).toThrow();
  });
});

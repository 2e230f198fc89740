import { contractOne, prepare, type Tensor3, topSvd } from "@onsager/linalg";
import { stream } from "@onsager/random";
import { describe, expect, test } from "vitest";
import { multiModal } from "../../src/ensembles/multi-modal.ts";
import { spikedRectangular } from "../../src/ensembles/spiked-rectangular.ts";
import { rectangularOutlier } from "../../src/outliers/rectangular-outlier.ts";
import fixture from "../fixtures/outliers.json" with { type: "json" };
import { squaredCosine } from "../helpers/overlap.ts";
import { expectMean } from "../helpers/statistics.ts";

interface Top {
  readonly singularValue: number;
  readonly left: number;
  readonly right: number;
}

/** The top singular value of M/sqrt(N1), and the squared cosines of its vectors with x and y. */
function top(
  M: { readonly rows: number; readonly cols: number; readonly data: Float64Array | Float32Array },
  N1: number,
  x: Float64Array,
  y: Float64Array,
): Top {
  using operator = prepare(M);
  const { values, left, right } = topSvd(operator, { count: 1, block: 2, tolerance: 1e-6 });
  return {
    singularValue: values[0]! / Math.sqrt(N1),
    left: squaredCosine(left.data, x),
    right: squaredCosine(right.data, y),
  };
}

describe("rectangularOutlier", () => {
  test.each(fixture.rectangular)("has the reference values at alpha = $ratio, D = $variance", (expected) => {
    const { singularValue, left, right } = rectangularOutlier(expected);
    expect(singularValue).toBeCloseTo(expected.singularValue, 12);
    expect(left.squaredOverlap).toBeCloseTo(expected.left, 12);
    expect(right.squaredOverlap).toBeCloseTo(expected.right, 12);
    expect(left.eigenvalue).toBeCloseTo(singularValue! ** 2, 14);
    expect(right.eigenvalue).toBe(left.eigenvalue);
  });

  test.each(fixture.curriculum)(
    "contracts the tensor by the matrix's vector: the closed forms of the sequential curriculum at $variances",
    ({ ratios: [v, x, y], variances: [matrix, tensor], overlaps, digits }) => {
      const first = rectangularOutlier({ variance: matrix!, ratio: v! });
      const cosine = Math.sqrt(first.left.squaredOverlap);
      const second =
        cosine > 0 && rectangularOutlier({ variance: tensor!, rowRatio: x!, ratio: y!, spike: cosine });
      const sides = [first.left, first.right, ...(second ? [second.left, second.right] : [])];
      for (const [k, overlap] of overlaps.entries())
        expect(sides[k]?.squaredOverlap ?? 0).toBeCloseTo(overlap, digits);
    },
  );

  test("is symmetric in rows and columns", () => {
    const one = rectangularOutlier({ variance: 0.3, ratio: 0.5, rowRatio: 2, spike: 1.5 });
    const other = rectangularOutlier({ variance: 0.3, ratio: 2, rowRatio: 0.5, spike: 1.5 });
    expect(other).toEqual({ singularValue: one.singularValue, left: one.right, right: one.left });
  });

  test("leaves the bulk edge sqrt(D) (sqrt(a) + sqrt(b)) at the threshold D = s^2 sqrt(ab)", () => {
    const options = { variance: 0.7, ratio: 2, rowRatio: 0.5 };
    const { threshold } = rectangularOutlier(options).left;
    expect(threshold).toBeCloseTo(Math.sqrt(0.7), 14);
    expect(rectangularOutlier({ ...options, spike: threshold }).singularValue).toBeUndefined();
    const { singularValue, left } = rectangularOutlier({ ...options, spike: threshold * (1 + 1e-7) });
    expect(singularValue).toBeCloseTo(Math.sqrt(0.7) * (Math.sqrt(2) + Math.sqrt(0.5)), 12);
    expect(left.squaredOverlap).toBeGreaterThan(0);
    expect(left.squaredOverlap).toBeLessThan(1e-6);
  });

  test.each([
    [1, 0.5],
    [2, 0.8],
  ])(
    "is where the top singular triplet of spikedRectangular is, at alpha = %s, D = %s",
    (ratio, variance) => {
      const ensemble = spikedRectangular({ ratio, variance });
      const tops = Array.from({ length: 8 }, (_, seed) => {
        const { channels, truth } = ensemble.sample(250, stream(21).split(seed));
        return top(channels[0]!.data as never, 250, truth!.u!, truth!.v!);
      });
      const { singularValue, left, right } = rectangularOutlier({ ratio, variance });
      expectMean(
        tops.map((one) => one.singularValue),
        singularValue!,
      );
      expectMean(
        tops.map((one) => one.left),
        left.squaredOverlap,
      );
      expectMean(
        tops.map((one) => one.right),
        right.squaredOverlap,
      );
    },
  );

  test("is where the top triplet of a multi-modal tensor contracted with an independent vector is", () => {
    const ensemble = multiModal({
      matrixVariance: 0.5,
      tensorVariance: 0.1,
      ratios: { u: 1, v: 0.1, x: 0.5, y: 0.75 },
    });
    const cosine = 0.8;
    const tops = Array.from({ length: 8 }, (_, seed) => {
      const random = stream(22).split(seed);
      const { channels, truth } = ensemble.sample(100, random);
      const { u, x, y } = truth as { u: Float64Array; x: Float64Array; y: Float64Array };
      const noise = u.map(() => random.normal());
      const along = noise.reduce((sum, value, i) => sum + value * u[i]!, 0) / 100;
      const across = noise.map((value, i) => value - along * u[i]!);
      const size = Math.sqrt(across.reduce((sum, value) => sum + value * value, 0));
      const direction = u.map((value, i) => (cosine * value) / Math.sqrt(100) + (0.6 * across[i]!) / size);
      return top(contractOne(channels[1]!.data as Tensor3, 0, direction), 100, x, y);
    });
    const expected = rectangularOutlier({ variance: 0.1, rowRatio: 0.5, ratio: 0.75, spike: cosine });
    expectMean(
      tops.map((one) => one.singularValue),
      expected.singularValue!,
    );
    expectMean(
      tops.map((one) => one.left),
      expected.left.squaredOverlap,
    );
    expectMean(
      tops.map((one) => one.right),
      expected.right.squaredOverlap,
    );
  });

  test.each([
    [undefined, /rectangularOutlier: options must be an object, got undefined/],
    [{ variance: 0, ratio: 1 }, /rectangularOutlier: variance must be a positive finite number, got 0/],
    [{ variance: 1 }, /rectangularOutlier: ratio must be a positive finite number, got undefined/],
    [{ variance: 1, ratio: 1, rowRatio: Number.NaN }, /: rowRatio must be a positive finite number, got NaN/],
    [{ variance: 1, ratio: 1, spike: 0 }, /: spike must be a positive finite number, got 0/],
  ])("rejects %o", (options, message) => {
    expect(() => rectangularOutlier(options as never)).toThrow(message);
  });
});

import { prepare, topEigen } from "@onsager/linalg";
import { stream } from "@onsager/random";
import { describe, expect, test } from "vitest";
import {
  covarianceOutlier,
  discreteLaw,
  marchenkoPastur,
  outlierOfAdditiveSpike,
  outlierOfMultiplicativeSpike,
  outlierOfRectangularSpike,
  rectangularOutlier,
  semicircle,
  spikedWigner,
  wignerOutlier,
} from "../../src/index.ts";
import type { Observation } from "../../src/models.ts";
import fixture from "../fixtures/outliers.json" with { type: "json" };
import { squaredCosine } from "../helpers/overlap.ts";
import { expectMean } from "../helpers/statistics.ts";

test.each([
  [0.5, 1],
  [2, 1.5],
  [0.3, 0.2],
])("wignerOutlier is the general outlier of a semicircle of variance %s at spike %s", (variance, spike) => {
  const closed = wignerOutlier({ variance, spike });
  const general = outlierOfAdditiveSpike(semicircle({ variance }), spike);
  expect(general.threshold).toBeCloseTo(closed.threshold, 8);
  expect(general.eigenvalue ?? 0).toBeCloseTo(closed.eigenvalue ?? 0, 10);
  expect(general.squaredOverlap).toBeCloseTo(closed.squaredOverlap, 10);
});

test.each([
  [2, 0.8],
  [0.5, 0.3],
])(
  "rectangularOutlier is the general outlier of rectangular noise, at alpha = %s, D = %s",
  (ratio, variance) => {
    // The rows' Gram matrix Y Y^T/N1, N1 x N1, has alpha times the law of Marchenko and Pastur of ratio 1/alpha.
    const law = marchenkoPastur({ ratio: 1 / ratio, variance: ratio * variance });
    const general = outlierOfRectangularSpike(law, { spike: Math.sqrt(ratio), ratio: 1 / ratio });
    const { singularValue, left, right } = rectangularOutlier({ ratio, variance });
    expect(general.singularValue).toBeCloseTo(singularValue!, 10);
    expect(general.left.squaredOverlap).toBeCloseTo(left.squaredOverlap, 10);
    expect(general.right.squaredOverlap).toBeCloseTo(right.squaredOverlap, 10);
    expect(general.left.threshold).toBeCloseTo(left.threshold * Math.sqrt(ratio), 7);
  },
);

test.each([
  [3, 0.5],
  [0.1, 0.3],
  [1.2, 0.5],
])(
  "covarianceOutlier of a white population is the general multiplicative one: l = %s, gamma = %s",
  (spike, ratio) => {
    const closed = covarianceOutlier({ spike, ratio });
    const general = outlierOfMultiplicativeSpike(marchenkoPastur({ ratio }), spike - 1);
    expect(general.threshold).toBeCloseTo(closed.threshold - 1, 7);
    expect(general.eigenvalue ?? 0).toBeCloseTo(closed.eigenvalue ?? 0, 10);
    expect(general.squaredOverlap).toBeCloseTo(closed.squaredOverlap, 10);
  },
);

test("covarianceOutlier of two equal halves is that of one point", () => {
  const population = discreteLaw({ points: [1, 1] });
  expect(covarianceOutlier({ spike: 3, ratio: 0.5, population })).toEqual(
    covarianceOutlier({ spike: 3, ratio: 0.5 }),
  );
});

/** The top eigenvalue of Y/sqrt(N), and the squared cosine of its eigenvector with x. */
function top(Y: Observation, x: Float64Array): { eigenvalue: number; squaredOverlap: number } {
  const n = x.length;
  using operator = prepare({ rows: n, cols: n, data: Y.data }, { symmetric: true });
  const { values, vectors } = topEigen(operator, { count: 1, block: 2, tolerance: 1e-6 });
  return { eigenvalue: values[0]! / Math.sqrt(n), squaredOverlap: squaredCosine(vectors.data, x) };
}

describe("wignerOutlier", () => {
  test.each(fixture.wigner)("has the reference values at D = $variance", (expected) => {
    const { threshold, eigenvalue, squaredOverlap } = wignerOutlier(expected);
    expect(threshold).toBeCloseTo(Math.sqrt(expected.variance), 14);
    expect(eigenvalue).toBeCloseTo(expected.eigenvalue, 14);
    expect(squaredOverlap).toBeCloseTo(expected.squaredOverlap, 14);
  });

  test("scales with the noise: the eigenvalue as its deviation, the overlap not", () => {
    const one = wignerOutlier({ variance: 0.5, spike: 1 });
    const three = wignerOutlier({ variance: 4.5, spike: 3 });
    expect(three.eigenvalue).toBeCloseTo(3 * one.eigenvalue!, 14);
    expect(three.squaredOverlap).toBeCloseTo(one.squaredOverlap, 14);
  });

  test("leaves the bulk edge at the threshold, continuously", () => {
    expect(wignerOutlier({ variance: 1, spike: 1 })).toEqual({
      threshold: 1,
      eigenvalue: undefined,
      squaredOverlap: 0,
    });
    const { eigenvalue, squaredOverlap } = wignerOutlier({ variance: 1, spike: 1 + 1e-6 });
    expect(eigenvalue).toBeCloseTo(2, 11);
    expect(squaredOverlap).toBeCloseTo(2e-6, 11);
  });

  test("is where the top eigenpair of spikedWigner is, at D = 0.5", () => {
    const ensemble = spikedWigner({ variance: 0.5 });
    const tops = Array.from({ length: 8 }, (_, seed) => {
      const { channels, truth } = ensemble.sample(250, stream(11).split(seed));
      return top(channels[0]!.data, truth!);
    });
    const { eigenvalue, squaredOverlap } = wignerOutlier({ variance: 0.5 });
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
    [undefined, /wignerOutlier: options must be an object, got undefined/],
    [{ variance: 0 }, /wignerOutlier: variance must be a positive finite number, got 0/],
    [{ variance: Number.NaN }, /wignerOutlier: variance must be a positive finite number, got NaN/],
    [{ variance: 1, spike: -1 }, /wignerOutlier: spike must be a positive finite number, got -1/],
  ])("rejects %o", (options, message) => {
    expect(() => wignerOutlier(options as never)).toThrow(message);
  });
});

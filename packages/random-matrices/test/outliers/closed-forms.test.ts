import { expect, test } from "vitest";
import {
  covarianceOutlier,
  discreteLaw,
  marchenkoPastur,
  outlierOfAdditiveSpike,
  outlierOfMultiplicativeSpike,
  outlierOfRectangularSpike,
  rectangularOutlier,
  semicircle,
  wignerOutlier,
} from "../../src/index.ts";

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

import { describe, expect, test } from "vitest";
import {
  discreteLaw,
  freeAdditiveConvolution,
  marchenkoPastur,
  outlierOfMultiplicativeSpike,
  sampleCovariance,
  weightedCovariance,
} from "../../src/index.ts";
import { expectClose } from "../helpers/close-to.ts";
import { expectProjections, expectSupport, projection } from "../helpers/projections.ts";
import { describeRandomLaws } from "../helpers/random-laws.ts";

const ranks = [1, 6, 10, 15, 19];

describe("laws of {0, 1}, of which some transforms are 0/0 in the middle of a gap", () => {
  test.each(ranks)(
    "free products and sums of projections, one of rank %d/20, have the edges of their angles",
    (i) => {
      for (const j of ranks) if (j >= i) expectProjections(i, j);
    },
  );

  test.each([0.01, 0.3, 0.7, 1, 1.3, 5])(
    "as a population and as weights they thin a white covariance: ratio %d",
    (c) => {
      for (const p of [0.05, 0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95]) {
        const root = Math.sqrt(c * p);
        expectSupport(sampleCovariance({ ratio: c, population: projection(p) }), [
          [(1 - root) ** 2, (1 + root) ** 2],
        ]);
        expectSupport(weightedCovariance({ ratio: c, weights: projection(p) }), [
          [(Math.sqrt(p) - Math.sqrt(c)) ** 2, (Math.sqrt(p) + Math.sqrt(c)) ** 2],
        ]);
      }
    },
  );

  test("the outlier below such a covariance is found: at 0.0354, under the edge 0.0425", () => {
    const law = sampleCovariance({ ratio: 0.7, population: projection(0.9) });
    const { eigenvalue, squaredOverlap } = outlierOfMultiplicativeSpike(law, -0.97);
    expect(eigenvalue).toBeLessThan(law.support[0]![0]);
    expectClose(eigenvalue!, 0.03535051546, 1e-11);
    expect(squaredOverlap).toBeGreaterThan(0.1);
  });
});

test.each([
  [[-1, 1], 0.8, 0.98779],
  [[0, 3], 2, 2.49643],
])(
  "points %o beside a Marchenko-Pastur law of ratio %d: an edge at %d, close to an atom's image",
  (points, ratio, edge) => {
    const law = freeAdditiveConvolution(discreteLaw({ points }), marchenkoPastur({ ratio }));
    expectClose(law.cdf(Infinity), 1, 1e-12);
    expect(Math.min(...law.support.flat().map((x) => Math.abs(x - edge)))).toBeLessThan(1e-5);
  },
);

describeRandomLaws(5);

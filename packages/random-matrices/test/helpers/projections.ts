import { expect } from "vitest";
import {
  discreteLaw,
  freeAdditiveConvolution,
  freeMultiplicativeConvolution,
  type Interval,
  type SpectralLaw,
} from "../../src/index.ts";

/** The law of a projection whose rank is a part a of the dimension. */
export function projection(a: number): SpectralLaw {
  return discreteLaw({ points: [0, 1], masses: [1 - a, a] });
}

export function expectSupport(law: SpectralLaw, expected: readonly Interval[]): void {
  expect(law.support.length, `${law.name}: ${JSON.stringify(law.support)}`).toBe(expected.length);
  law.support.forEach((ends, i) => {
    ends.forEach((edge, side) => {
      expect(Math.abs(edge - expected[i]![side]!), `${edge} should be ${expected[i]![side]}`).toBeLessThan(
        1e-12,
      );
    });
  });
}

/**
 * Product and sum of two free projections of ranks i/20 and j/20. P Q P has the edges e = a + b - 2ab -+ 2 sqrt(ab(1 - a)(1 - b)), the
 * squared cosines between the two spaces, and P + Q has 1 -+ sqrt(e).
 */
export function expectProjections(i: number, j: number): void {
  const [a, b] = [i / 20, j / 20];
  const root = 2 * Math.sqrt(a * b * (1 - a) * (1 - b));
  const centre = a + b - 2 * a * b;
  const [low, high] = [i === j ? 0 : centre - root, i + j === 20 ? 1 : centre + root];
  const [near, far] = [Math.sqrt(low), Math.sqrt(high)];
  const pair = [projection(a), projection(b)] as const;
  expectSupport(freeMultiplicativeConvolution(...pair), [[low, high]]);
  const halves = [
    [1 - far, 1 - near],
    [1 + near, 1 + far],
  ] as const;
  expectSupport(freeAdditiveConvolution(...pair), i === j ? [[1 - far, 1 + far]] : halves);
}

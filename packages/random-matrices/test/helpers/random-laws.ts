import { describe, expect, test } from "vitest";
import {
  discreteLaw,
  freeAdditiveConvolution,
  freeMultiplicativeConvolution,
  type SpectralLaw,
  sampleCovariance,
  semicircle,
  weightedCovariance,
} from "../../src/index.ts";
import { intervalProfile } from "../../src/quadrature/interval-profile.ts";
import { fc } from "./seeded.ts";

/** Positive numbers over some orders of magnitude. */
const size = fc.double({ min: -2.5, max: 2.5, noNaN: true }).map(Math.exp);
const sign = fc.constantFrom(-1, 1);
/** Points from 0 on, not all of them 0. */
const positive = fc
  .array(fc.record({ point: fc.oneof({ weight: 3, arbitrary: size }, fc.constant(0)), mass: size }), {
    minLength: 1,
    maxLength: 5,
  })
  .filter((atoms) => atoms.some(({ point }) => point > 0));
const signed = fc.array(fc.record({ point: fc.tuple(size, sign).map(([x, s]) => s * x), mass: size }), {
  minLength: 1,
  maxLength: 5,
});

function law(atoms: readonly { point: number; mass: number }[]): SpectralLaw {
  return discreteLaw({ points: atoms.map(({ point }) => point), masses: atoms.map(({ mass }) => mass) });
}

/** The mass of density and atoms. */
function massOf({ support, atoms, density }: SpectralLaw): number {
  const intervals = support.flatMap(([a, b]) =>
    a < 0 && b > 0 ? [[a, 0] as const, [0, b] as const] : [[a, b] as const],
  );
  const smooth = intervals.reduce((sum, interval) => sum + intervalProfile(density, interval).mass, 0);
  return atoms.reduce((sum, { mass }) => sum + mass, smooth);
}

/** Mass 1 says that the edges are right and that the density is the right branch everywhere; the gaps that the transform is real in them. */
function expectLaw(made: SpectralLaw): void {
  expect(Math.abs(massOf(made) - 1)).toBeLessThan(1e-11);
  made.support.slice(1).forEach(([lower], i) => {
    const upper = made.support[i]![1];
    expect(lower).toBeGreaterThan(upper);
    expect(made.stieltjes({ re: (lower + upper) / 2, im: 0 }).im).toBeCloseTo(0, 14);
  });
}

/** Every construction makes laws, from `numRuns` random discrete laws each. */
export function describeRandomLaws(numRuns: number): void {
  const runs = { numRuns };
  describe("from any discrete laws a law is made of mass 1", () => {
    test("by sampling a population", () => {
      fc.assert(
        fc.property(positive, size, (population, ratio) => {
          expectLaw(sampleCovariance({ ratio, population: law(population) }));
        }),
        runs,
      );
    });

    test("by weights of either sign", () => {
      fc.assert(
        fc.property(signed, size, (weights, ratio) => {
          expectLaw(weightedCovariance({ ratio, weights: law(weights) }));
        }),
        runs,
      );
    });

    test("by free sums with each other and with a semicircle", () => {
      fc.assert(
        fc.property(signed, signed, size, (first, second, variance) => {
          expectLaw(freeAdditiveConvolution(law(first), law(second)));
          expectLaw(freeAdditiveConvolution(law(first), semicircle({ variance })));
        }),
        runs,
      );
    });

    test("by free products", () => {
      fc.assert(
        fc.property(positive, positive, (first, second) => {
          expectLaw(freeMultiplicativeConvolution(law(first), law(second)));
        }),
        runs,
      );
    });
  });
}

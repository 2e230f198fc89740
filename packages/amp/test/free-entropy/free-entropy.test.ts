import { describe, expect, test } from "vitest";
import {
  gaussian,
  rademacher,
  sharedFactorBranches,
  sharedFactorFreeEntropy,
  sharedFactorStateEvolution,
  symmetricBranches,
  symmetricFreeEntropy,
  symmetricStateEvolution,
} from "../../src/index.ts";
import { derivative } from "../../src/thresholds/derivative.ts";
import { mixed, multimodal, priorsByName, rectangular, symmetric } from "../helpers/specs.ts";

describe("free entropy", () => {
  test.each(Object.entries(priorsByName))("is stationary at the fixed points: %s", (_, prior) => {
    for (const spec of [symmetric(2, 0.5), mixed([0.7, 1])]) {
      const { overlaps } = symmetricStateEvolution(spec, prior);
      const slope = derivative((m) => symmetricFreeEntropy(spec, prior, m), overlaps.x!, 1e-3);
      expect(Math.abs(slope)).toBeLessThan(1e-9);
    }
  });

  test("has slope (m_prior(A) - m)/2 A'(m) anywhere", () => {
    const at = (m: number): number => symmetricFreeEntropy(symmetric(3, 0.3), rademacher, m);
    const m = 0.4;
    const expected = ((rademacher.overlap(m ** 2 / 0.3) - m) * (2 * m)) / 0.3 / 2;
    expect(derivative(at, m, 1e-2)).toBeCloseTo(expected, 9);
  });

  test("of several factors is stationary in each overlap", () => {
    const spec = multimodal(0.8, 0.2, [1, 2, 0.5, 0.75]);
    const { overlaps, freeEntropy } = sharedFactorStateEvolution(spec, gaussian());
    expect(sharedFactorFreeEntropy(spec, gaussian(), overlaps)).toBe(freeEntropy);
    for (const name of Object.keys(overlaps)) {
      const along = (m: number): number =>
        sharedFactorFreeEntropy(spec, gaussian(), { ...overlaps, [name]: m });
      expect(Math.abs(derivative(along, overlaps[name]!, 1e-3))).toBeLessThan(1e-9);
    }
  });

  test("refuses bad arguments", () => {
    const spec = rectangular(1, 1);
    expect(() => symmetricFreeEntropy(symmetric(2, 1), rademacher, Number.NaN)).toThrow(RangeError);
    expect(() => symmetricFreeEntropy(symmetric(2, 1), {} as never, 0)).toThrow(TypeError);
    expect(() => sharedFactorFreeEntropy(spec, gaussian(), { u: 0 })).toThrow(
      "sharedFactorFreeEntropy: overlaps.v must be a finite number, got NaN",
    );
  });
});

describe("mutual information", () => {
  test("is rho^2/(4 D) where nothing can be known, and at most the entropy of x", () => {
    expect(symmetricBranches(symmetric(2, 2), gaussian()).mutualInformation).toBe(1 / 8);
    const { mutualInformation } = symmetricBranches(symmetric(2, 0.01), rademacher);
    expect(mutualInformation).toBeCloseTo(Math.LN2, 6);
  });

  test("of several factors adds up the channels' when these are noise", () => {
    const { mutualInformation } = sharedFactorBranches(multimodal(4, 5, [1, 2, 0.5, 0.75]), gaussian());
    expect(mutualInformation).toBeCloseTo(2 / (2 * 4) + (0.5 * 0.75) / (2 * 5), 14);
  });

  test("grows with 1/D by a quarter of the squared error of the matrix: I-MMSE", () => {
    const information = (snr: number): number =>
      symmetricBranches(symmetric(2, 1 / snr), rademacher).mutualInformation;
    const { overlaps } = symmetricStateEvolution(symmetric(2, 0.5), rademacher);
    expect(derivative(information, 2, 0.02)).toBeCloseTo((1 - overlaps.x! ** 2) / 4, 9);
  });
});

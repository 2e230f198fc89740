import { describe, expect, test } from "vitest";
import {
  gaussian,
  mixedThresholds,
  multimodalThresholds,
  rademacher,
  rectangularSpike,
  sequentialOverlaps,
  sharedFactorGain,
  sharedFactorStateEvolution,
  sparseRademacher,
  sphericalMaximumLikelihood,
  symmetricGain,
  symmetricStateEvolution,
} from "../../src/index.ts";
import exact from "../fixtures/high-precision.json";
import stateEvolution from "../fixtures/state-evolution.json";
import fixture from "../fixtures/thresholds.json";
import { expectAllDigits, expectDigits } from "../helpers/expect-digits.ts";
import { mixed, multimodal, rectangular, star, symmetric } from "../helpers/specs.ts";

const grid = [0.05, 0.2, 0.3, 0.45].flatMap((tensor) =>
  [
    [1, 1, 1, 1],
    [1, 2, 0.5, 0.75],
    [1, 0.5, 2, 1],
  ].map((ratios) => ({ tensor, ratios })),
);

describe("gain of small overlaps", () => {
  test("is 1 at the closed thresholds: D = rho^2, sqrt(alpha) rho_u rho_v, and a star's", () => {
    const wide = gaussian({ variance: 1.5 });
    expect(symmetricGain(symmetric(2, 2.25), wide)).toBeCloseTo(1, 15);
    expect(symmetricGain(mixed([0.5, 0.1]), rademacher)).toBe(2);
    const rho = { u: wide, v: gaussian({ variance: 0.5 }) };
    expect(sharedFactorGain(rectangular(2, Math.SQRT2 * 0.75), rho)).toBeCloseTo(1, 14);
    const variances = [1.05, 1.3, 2];
    const gain = Math.sqrt(1 / 1.05 ** 2 + 2 / 1.3 ** 2 + 0.5 / 4);
    expect(sharedFactorGain(star(variances, [1, 2, 0.5]), gaussian())).toBeCloseTo(gain, 14);
  });

  test("does not see tensors, and is infinite for priors with a mean", () => {
    expect(symmetricGain(symmetric(3, 0.1), gaussian())).toBe(0);
    expect(symmetricGain(symmetric(3, 0.1), gaussian({ mean: 1 }))).toBe(Infinity);
    const spec = multimodal(0.7, 0.1, [1, 2, 0.5, 0.75]);
    expect(sharedFactorGain(spec, gaussian())).toBeCloseTo(Math.SQRT2 / 0.7, 14);
    expect(sharedFactorGain(spec, gaussian({ mean: 1 }))).toBe(Infinity);
    expect(() => sharedFactorGain(spec, {})).toThrow(TypeError);
    expect(() => symmetricGain(symmetric(2, 1), {} as never)).toThrow(TypeError);
  });

  test("decides between nothing and weak recovery in state evolution, for any prior", () => {
    for (const prior of [rademacher, sparseRademacher({ rho: 0.3 }), gaussian({ variance: 2 })]) {
      const threshold = symmetricGain(symmetric(2, 1), prior);
      const at = (part: number) => symmetricStateEvolution(symmetric(2, threshold * part), prior).status;
      expect([at(0.99), at(1.01)]).toEqual(["converged", "uninformative"]);
    }
    const spec = (part: number) => star([1.05 * part, 1.3 * part], [1, 2]);
    const threshold = sharedFactorGain(spec(1), gaussian());
    const at = (part: number) => sharedFactorStateEvolution(spec(threshold * part), gaussian()).status;
    expect([at(0.99), at(1.01)]).toEqual(["converged", "uninformative"]);
  });
});

describe("multi-modal thresholds", () => {
  test.each(fixture.multimodal)("values of the reference page: alpha = $ratios, Dt = $tensor", (row) => {
    const { bayes, maximumLikelihood } = multimodalThresholds(multimodal(1, row.tensor, row.ratios));
    expectAllDigits({ ...bayes }, row.bayes);
    expectAllDigits({ ...maximumLikelihood }, row.maximumLikelihood);
  });

  test("maximum likelihood at alpha = 1, Dt = .25 to 15 digits", () => {
    const { tensor, value } = exact.maximumLikelihoodMatrix;
    const { maximumLikelihood } = multimodalThresholds(multimodal(1, Number(tensor)));
    expect(maximumLikelihood.matrix).toBeCloseTo(Number(value), 14);
  });

  test.each(grid)("sequential learning recovers where Bayes-AMP does: Dt = $tensor, $ratios", (row) => {
    const { bayes, sequential } = multimodalThresholds(multimodal(1, row.tensor, row.ratios));
    expect(sequential).toEqual(bayes);
    for (const [name, threshold] of [
      ["v", bayes.matrix],
      ["x", bayes.tensor],
    ] as const) {
      const at = (matrix: number) => {
        const spec = multimodal(matrix, row.tensor, row.ratios);
        const spectral = sequentialOverlaps(spec).squaredOverlaps;
        const amp = sharedFactorStateEvolution(spec, gaussian()).overlaps;
        return [spectral[name]! > 0, amp[name]! > 0, spectral[name]! <= amp[name]! + 1e-12];
      };
      expect(at(threshold * 0.998)).toEqual([true, true, true]);
      expect(at(threshold * 1.002)).toEqual([false, false, true]);
    }
  });

  test.each(grid)("the joint fit recovers nothing above its own: Dt = $tensor, $ratios", (row) => {
    const { maximumLikelihood } = multimodalThresholds(multimodal(1, row.tensor, row.ratios));
    const at = (matrix: number) =>
      sharedFactorStateEvolution(multimodal(matrix, row.tensor, row.ratios), gaussian(), {
        denoiser: sphericalMaximumLikelihood,
      }).squaredOverlaps;
    expect([at(maximumLikelihood.matrix * 0.99).u! > 0, at(maximumLikelihood.matrix * 1.01).u! > 0]).toEqual([
      true,
      false,
    ]);
    expect([at(maximumLikelihood.tensor * 0.99).x! > 0, at(maximumLikelihood.tensor * 1.01).x! > 0]).toEqual([
      true,
      false,
    ]);
  });

  test("given priors: Gaussian ones as the closed form, others by the matrix's fixed point", () => {
    const spec = multimodal(1, 0.2, [1, 2, 0.5, 0.75]);
    const closed = multimodalThresholds(spec);
    const given = multimodalThresholds(spec, gaussian());
    expect(given.bayes.tensor).toBeCloseTo(closed.bayes.tensor, 12);
    const { bayes, sequential } = multimodalThresholds(multimodal(1, 0.3), rademacher);
    expect(sequential.tensor).toBeCloseTo(0.7, 14);
    expect(bayes.tensor).toBeGreaterThan(0.7);
    const matrix = sharedFactorStateEvolution(rectangular(1, bayes.tensor), rademacher);
    expect(matrix.overlaps.u).toBeCloseTo(0.3, 11);
  });

  test("in other units the variances change with the signal", () => {
    const spec = multimodal(1, 0.3 * 1.5 * 0.8, [1, 1, 1, 1]);
    const priors = {
      u: gaussian({ variance: 1.5 }),
      v: gaussian({ variance: 2 }),
      x: gaussian({ variance: 0.8 }),
      y: gaussian(),
    };
    const scaled = multimodalThresholds(spec, priors);
    expect(scaled.bayes.matrix).toBeCloseTo(3, 13);
    expect(scaled.bayes.tensor).toBeCloseTo(3 * 0.7, 11);
    expect(scaled.maximumLikelihood.matrix).toBeCloseTo(3 * 0.58291091186456, 12);
  });

  test("a tensor too noisy for any matrix", () => {
    const { bayes, maximumLikelihood } = multimodalThresholds(multimodal(1, 1.5));
    expect([bayes.tensor, maximumLikelihood.tensor]).toEqual([0, 0]);
    expect(multimodalThresholds(multimodal(1, 1.5), rademacher).bayes.tensor).toBe(0);
  });

  test("refuses other models, and priors with a mean", () => {
    expect(() => multimodalThresholds(rectangular(1, 1))).toThrow(
      "spec.channels must be a matrix and a 3-tensor that share one factor",
    );
    expect(() => multimodalThresholds(star([1, 1], [1, 1]))).toThrow(TypeError);
    expect(() => multimodalThresholds(multimodal(1, 1), gaussian({ mean: 1 }))).toThrow(RangeError);
    expect(() => multimodalThresholds(multimodal(1, 1), {} as never)).toThrow(TypeError);
  });
});

describe("principal components", () => {
  test.each(stateEvolution.rectangular.filter(({ singularValue }) => singularValue))(
    "of a rectangular spike reach the overlap of Bayes-AMP with Gaussian priors: alpha = $ratio",
    ({ ratio, variance, overlaps, singularValue }) => {
      const spike = rectangularSpike({ rows: 1, cols: ratio, variance });
      expectAllDigits(Object.fromEntries(spike.squaredOverlaps.entries()), overlaps);
      expectDigits(spike.singularValue, singularValue!);
      expect(spike.edge).toBeLessThan(spike.singularValue);
    },
  );

  test("sink into the bulk at the threshold", () => {
    const at = (variance: number) => rectangularSpike({ rows: 2, cols: 0.5, variance });
    expect(at(1).squaredOverlaps).toEqual([0, 0]);
    expect(at(1).singularValue).toBe(at(1).edge);
    expect(at(1 - 1e-9).singularValue).toBeCloseTo(at(1).edge, 8);
    expect(() => at(0)).toThrow(RangeError);
  });

  test("of the sequential curriculum", () => {
    const { matrix, tensor, ratios, squaredOverlaps } = fixture.sequential;
    expectAllDigits(sequentialOverlaps(multimodal(matrix, tensor, ratios)).squaredOverlaps, squaredOverlaps);
    for (const row of stateEvolution.multimodal)
      expectAllDigits(
        sequentialOverlaps(multimodal(row.matrix, row.tensor, row.ratios)).squaredOverlaps,
        row.sequential,
      );
  });

  test("of the tensor contracted with u", () => {
    const { matrix, tensor, ratios, squaredOverlaps, singularValue, edge } = fixture.contraction;
    const found = sequentialOverlaps(multimodal(matrix, tensor, ratios));
    const { x, y } = found.squaredOverlaps;
    expectAllDigits({ x: x!, y: y! }, squaredOverlaps);
    expectDigits(found.singularValues.tensor, singularValue);
    expectDigits(found.edges.tensor, edge);
  });

  test("do not depend on which factor comes first", () => {
    const plain = sequentialOverlaps(multimodal(0.5, 0.1, [1, 2, 0.5, 0.75]));
    const moved = sequentialOverlaps({
      ratios: { v: 1, u: 0.5, x: 0.25, y: 0.375 },
      channels: [
        { factors: ["u", "v"], variance: 0.5 * 0.5 },
        { factors: ["u", "x", "y"], variance: 0.1 * 0.5 ** 2 },
      ],
    });
    for (const name of ["u", "v", "x", "y"])
      expect(moved.squaredOverlaps[name]).toBeCloseTo(plain.squaredOverlaps[name]!, 14);
    expect(moved.edges.matrix).toBeCloseTo(Math.sqrt(0.25) * (1 + Math.sqrt(0.5)), 14);
  });
});

describe("the mixed 2+p model", () => {
  test.each(fixture.mixed)("values of the reference page: p = $order, Dp = $variance", (row) => {
    const { order, variance } = row;
    const thresholds = mixedThresholds({ order, variance });
    expect(thresholds.bayes).toBe(1);
    expectDigits(thresholds.maximumLikelihood, row.maximumLikelihood);
    expectDigits(thresholds.gradientFlow, row.gradientFlow);
    if (row.langevin) expectDigits(thresholds.langevin, row.langevin);
  });

  test("maximum-likelihood AMP leaves zero at its threshold", () => {
    const { maximumLikelihood } = mixedThresholds({ variance: 1 });
    const at = (part: number) =>
      symmetricStateEvolution(mixed([maximumLikelihood * part, 1]), gaussian(), {
        denoiser: sphericalMaximumLikelihood,
      }).status;
    expect([at(0.99), at(1.01)]).toEqual(["converged", "uninformative"]);
  });

  test("Langevin dynamics: the defining equation, and no more than Bayes-AMP", () => {
    const { langevin } = mixedThresholds({ order: 4, variance: 0.3 });
    expect(3 * langevin ** 2 * (1 - langevin)).toBeCloseTo(0.3, 14);
    expect(mixedThresholds({ order: 4, variance: 1 }).langevin).toBe(1);
    expect(mixedThresholds({ variance: 3 }).langevin).toBe(1);
  });

  test("refuses bad arguments", () => {
    expect(() => mixedThresholds({ variance: 0 })).toThrow(RangeError);
    expect(() => mixedThresholds({ order: 2, variance: 1 })).toThrow(RangeError);
    expect(() => mixedThresholds(undefined as never)).toThrow(TypeError);
  });
});

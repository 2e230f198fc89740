import { describe, expect, test } from "vitest";
import {
  gaussian,
  mixedOverlap,
  rademacher,
  sphericalMaximumLikelihood,
  symmetricStateEvolution,
  symmetricStateEvolutionSteps,
} from "../../src/index.ts";
import exact from "../fixtures/high-precision.json";
import fixture from "../fixtures/state-evolution.json";
import { expectDigits } from "../helpers/expect-digits.ts";
import { mixed, priorsByName, symmetric } from "../helpers/specs.ts";

describe("values of the reference page", () => {
  test.each(fixture.wigner)("Wigner, $prior, D = $variance: m = $overlap", (row) => {
    const end = symmetricStateEvolution(symmetric(2, row.variance), priorsByName[row.prior]!);
    expectDigits(end.overlaps.x, row.overlap);
    if (row.freeEntropy) expectDigits(end.freeEntropy, row.freeEntropy);
    expect(end).toMatchObject({ status: "converged", convergence: { converged: true } });
  });

  test.each(fixture.wignerTrajectories)("Wigner, $prior, D = $variance, from $start", (row) => {
    const { start, overlaps } = row;
    const maximumIterations = Math.max(...Object.keys(overlaps).map(Number));
    const options = { start, maximumIterations, tolerance: 0 };
    const states = [
      ...symmetricStateEvolutionSteps(symmetric(2, row.variance), priorsByName[row.prior]!, options),
    ];
    expect(states.map(({ iteration }) => iteration)).toEqual(states.map((_, step) => step));
    for (const [step, overlap] of Object.entries(overlaps))
      expectDigits(states[Number(step)]!.overlaps.x, overlap);
  });

  test.each(fixture.mixed)("mixed 2+3, $variances: m = $overlap, as the closed form says", (row) => {
    const { variances, overlap, informed, freeEntropy } = row;
    const start = informed ? "informed" : "uninformed";
    const end = symmetricStateEvolution(mixed(variances), gaussian(), { start });
    expectDigits(end.overlaps.x, overlap);
    if (freeEntropy) expectDigits(end.freeEntropy, freeEntropy);
    const [matrixVariance, tensorVariance] = variances as [number, number];
    expect(end.overlaps.x).toBeCloseTo(mixedOverlap({ matrixVariance, tensorVariance }), 11);
  });

  test("Wigner, Rademacher: free entropy to 14 digits", () => {
    const { variance, value } = exact.rademacherFreeEntropy;
    const { freeEntropy } = symmetricStateEvolution(symmetric(2, Number(variance)), rademacher);
    expect(freeEntropy).toBeCloseTo(Number(value), 14);
  });

  test("mixed 2+3: from the wrong side, the stable branch of the wrong sign", () => {
    const { variances, overlap, meanSquare } = fixture.mixedWrongSign;
    const start = { overlap: -1e-3, meanSquare: 1e-2 };
    const end = symmetricStateEvolution(mixed(variances), gaussian(), { start });
    expectDigits(end.overlaps.x, overlap);
    expectDigits(end.meanSquares.x, meanSquare);
    expect(end.freeEntropy).toBeUndefined();
    const without = symmetricStateEvolution(mixed(variances), gaussian(), { start: { overlap: -1e-3 } });
    expectDigits(without.overlaps.x, overlap);
    expect(end.squaredOverlaps.x).toBeCloseTo(end.overlaps.x! ** 2 / end.meanSquares.x!, 15);
  });

  test.each(fixture.mixedMaximumLikelihood)("mixed 2+3, maximum likelihood, $variances", (row) => {
    const options = { denoiser: sphericalMaximumLikelihood };
    const end = symmetricStateEvolution(mixed(row.variances), gaussian(), options);
    expectDigits(Math.sqrt(end.squaredOverlaps.x!), row.cosine);
  });
});

describe("the limit of AMP", () => {
  test("a tensor alone teaches a random start nothing, at any noise", () => {
    for (const order of [3, 4]) {
      const { overlaps, status } = symmetricStateEvolution(symmetric(order, 0.01), rademacher);
      expect([overlaps.x, status]).toEqual([0, "uninformative"]);
    }
  });

  test("a prior with a mean is never at zero", () => {
    const prior = gaussian({ mean: 0.3, variance: 0.5 });
    const { overlaps, status, squaredOverlaps } = symmetricStateEvolution(symmetric(2, 100), prior);
    expect(overlaps.x).toBeGreaterThan(0.09);
    expect(squaredOverlaps.x).toBeCloseTo(overlaps.x! / 0.59, 14);
    expect(status).toBe("converged");
  });

  test("a denoiser for another prior does worse than the truth's, and m and q part", () => {
    const bayes = symmetricStateEvolution(symmetric(2, 0.5), rademacher);
    const linear = symmetricStateEvolution(symmetric(2, 0.5), rademacher, { denoiser: gaussian() });
    expect(linear.squaredOverlaps.x).toBeCloseTo(0.5, 10);
    expect(linear.squaredOverlaps.x).toBeLessThan(bayes.squaredOverlaps.x! - 0.1);
    const mismatched = { denoiser: gaussian({ variance: 2 }) };
    const other = symmetricStateEvolution(symmetric(2, 0.5), rademacher, mismatched);
    expect(other.overlaps.x! - other.meanSquares.x!).not.toBeCloseTo(0, 2);
    expect(other.squaredOverlaps.x).toBeCloseTo(0.5, 10);
  });

  test("at any scale: the same squared overlaps and statuses", () => {
    for (const scale of [1e-8, 1e8]) {
      const prior = gaussian({ variance: scale });
      const end = symmetricStateEvolution(symmetric(2, 0.25 * scale ** 2), prior);
      expect(end.status).toBe("converged");
      expect(end.squaredOverlaps.x).toBeCloseTo(0.75, 12);
      const nothing = symmetricStateEvolution(symmetric(2, 2 * scale ** 2), prior);
      expect(nothing).toMatchObject({ status: "uninformative", overlaps: { x: 0 } });
    }
  });

  test("says that it did not converge", () => {
    const { status, convergence } = symmetricStateEvolution(symmetric(2, 0.5), rademacher, {
      maximumIterations: 3,
    });
    expect(status).toBe("iterationLimit");
    expect(convergence).toMatchObject({ converged: false, iterations: 3, tolerance: 1e-13 });
    expect(convergence.residual).toBeGreaterThan(convergence.tolerance);
  });

  test("shows its states and ends by a signal", () => {
    const seen: number[] = [];
    const controller = new AbortController();
    const onStep = ({ iteration }: { iteration: number }): void => {
      seen.push(iteration);
      if (iteration === 4) controller.abort(new Error("enough"));
    };
    const options = { signal: controller.signal, onStep };
    expect(() => symmetricStateEvolution(symmetric(2, 0.5), rademacher, options)).toThrow("enough");
    expect(seen.at(-1)).toBe(4);
  });
});

test("refuses bad arguments", () => {
  const spec = symmetric(2, 0.5);
  const call =
    (argument: unknown, prior: unknown = rademacher, options: unknown = {}) =>
    () =>
      symmetricStateEvolution(argument as never, prior as never, options as never);
  expect(call({ channels: [] })).toThrow(TypeError);
  expect(call(symmetric(2, 0))).toThrow(
    new RangeError(
      "symmetricStateEvolution: spec.channels[0].variance must be a positive finite number, got 0",
    ),
  );
  expect(call(symmetric(2, Number.NaN))).toThrow(RangeError);
  expect(call(symmetric(1, 1))).toThrow(RangeError);
  expect(call(spec, {})).toThrow(TypeError);
  expect(call(spec, { ...rademacher, secondMoment: Infinity })).toThrow(RangeError);
  expect(call(spec, rademacher, null)).toThrow(TypeError);
  expect(call(spec, rademacher, { tolerance: -1 })).toThrow(RangeError);
  expect(call(spec, rademacher, { maximumIterations: 0 })).toThrow(RangeError);
  expect(call(spec, rademacher, { start: { overlap: Number.NaN } })).toThrow(RangeError);
  expect(call(spec, rademacher, { start: { overlap: 0.5, meanSquare: 0.2 } })).toThrow(RangeError);
  expect(call(spec, rademacher, { start: {} })).toThrow(TypeError);
  expect(call(spec, rademacher, { denoiser: { y: gaussian() } })).toThrow(TypeError);
});

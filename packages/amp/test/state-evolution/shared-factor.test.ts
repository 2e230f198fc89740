import { describe, expect, test } from "vitest";
import {
  gaussian,
  type Prior,
  rademacher,
  type SharedFactorSpec,
  sharedFactorStateEvolution,
  sharedFactorStateEvolutionSteps,
  sphericalMaximumLikelihood,
  symmetricStateEvolution,
} from "../../src/index.ts";
import fixture from "../fixtures/state-evolution.json";
import { expectAllDigits, expectDigits } from "../helpers/expect-digits.ts";
import { multimodal, priorsByName, rectangular, star, symmetric } from "../helpers/specs.ts";

const maximumLikelihood = { denoiser: sphericalMaximumLikelihood };
const each = <T>(value: T) => ({ u: value, v: value, x: value, y: value });

describe("values of the reference page", () => {
  test.each(fixture.rectangular)("rectangular, $prior, alpha = $ratio, D = $variance", (row) => {
    const end = sharedFactorStateEvolution(rectangular(row.ratio, row.variance), priorsByName[row.prior]!);
    expectAllDigits(end.overlaps, row.overlaps);
  });

  test("a star of two matrices, each alone below its threshold", () => {
    const { variances, overlaps } = fixture.star;
    expectAllDigits(sharedFactorStateEvolution(star(variances, [1, 1]), gaussian()).overlaps, overlaps);
    const alone = sharedFactorStateEvolution(star([variances[0]!], [1]), gaussian());
    expect(alone.status).toBe("uninformative");
  });

  test.each(fixture.multimodal)("multi-modal, alpha = $ratios, Dm = $matrix, Dt = $tensor", (row) => {
    const spec = multimodal(row.matrix, row.tensor, row.ratios);
    const uninformed = sharedFactorStateEvolution(spec, gaussian());
    const informed = sharedFactorStateEvolution(spec, gaussian(), { start: "informed" });
    expectAllDigits(uninformed.overlaps, row.uninformed);
    expectAllDigits(informed.overlaps, row.informed);
    expectDigits(uninformed.freeEntropy, row.freeEntropies[0]!);
    expectDigits(informed.freeEntropy, row.freeEntropies[1]!);
  });

  test.each(fixture.multimodal)("and maximum likelihood there", (row) => {
    const spec = multimodal(row.matrix, row.tensor, row.ratios);
    const uninformed = sharedFactorStateEvolution(spec, gaussian(), maximumLikelihood);
    const options = { ...maximumLikelihood, start: "informed" } as const;
    const informed = sharedFactorStateEvolution(spec, gaussian(), options);
    expectAllDigits(uninformed.squaredOverlaps, row.maximumLikelihood);
    expectAllDigits(informed.squaredOverlaps, row.maximumLikelihoodInformed);
  });

  test.each(fixture.multimodalTrajectories)("sweeps, $schedule, from $start", (row) => {
    const options = {
      ...(row.maximumLikelihood ? maximumLikelihood : {}),
      start: each({ overlap: row.start }),
      schedule: row.schedule as "sequential" | "parallel",
      maximumIterations: 5,
    };
    const states = [...sharedFactorStateEvolutionSteps(multimodal(0.6, 0.2), gaussian(), options)];
    expect(states).toHaveLength(6);
    for (const [sweep, overlaps] of Object.entries(row.overlaps))
      expectAllDigits(states[Number(sweep)]!.overlaps, overlaps);
  });

  test.each(fixture.staircase.steps)("the staircase: Dm = $matrix gives $overlaps", (row) => {
    const { ratios, tensor } = fixture.staircase;
    const end = sharedFactorStateEvolution(multimodal(row.matrix, tensor, ratios), gaussian());
    expectAllDigits(end.overlaps, row.overlaps);
  });

  test("a tensor alone: nothing from a random start, nearly all from the truth", () => {
    const { variance, informed } = fixture.tensorAlone;
    const spec = { ratios: { u: 1, x: 1, y: 1 }, channels: [{ factors: ["u", "x", "y"], variance }] };
    expect(sharedFactorStateEvolution(spec, gaussian()).overlaps).toEqual({ u: 0, x: 0, y: 0 });
    const { overlaps } = sharedFactorStateEvolution(spec, gaussian(), { start: "informed" });
    expectAllDigits(overlaps, [informed, informed, informed]);
  });

  test("a point where maximum likelihood does well", () => {
    const { matrix, tensor, ...row } = fixture.easyPoint;
    const spec = multimodal(matrix, tensor);
    expectAllDigits(sharedFactorStateEvolution(spec, gaussian()).overlaps, row.bayes);
    const { squaredOverlaps } = sharedFactorStateEvolution(spec, gaussian(), maximumLikelihood);
    expectAllDigits(squaredOverlaps, row.maximumLikelihood);
  });
});

test("a cleaner tensor helps Bayes-AMP and spoils the joint maximum-likelihood fit", () => {
  const { matrix, tensors, bayes, maximumLikelihood: likelihood } = fixture.cleanerTensor;
  const specs = tensors.map((tensor) => multimodal(matrix, tensor));
  const bayesian = specs.map((spec) => sharedFactorStateEvolution(spec, gaussian()).squaredOverlaps.u!);
  const joint = specs.map(
    (spec) => sharedFactorStateEvolution(spec, gaussian(), maximumLikelihood).squaredOverlaps.u!,
  );
  bayesian.forEach((value, i) => {
    expectDigits(value, bayes[i]!);
    expectDigits(joint[i], likelihood[i]!);
    if (i > 0) expect(joint[i]).toBeLessThan(joint[i - 1]!);
    if (i > 0) expect(value).toBeGreaterThanOrEqual(bayesian[i - 1]! - 1e-12);
  });
});

describe("schedules and starts", () => {
  test("both schedules end at the same fixed point", () => {
    for (const start of ["uninformed", "informed"] as const) {
      const [sequential, parallel] = (["sequential", "parallel"] as const).map((schedule) =>
        sharedFactorStateEvolution(multimodal(0.75, 0.3), gaussian(), { start, schedule }),
      );
      for (const name of ["u", "v", "x", "y"])
        expect(sequential!.overlaps[name]).toBeCloseTo(parallel!.overlaps[name]!, 11);
    }
  });

  test("the uninformed start does not lose x and y, which shrink at first", () => {
    const spec = multimodal(0.75, 0.2);
    const start = each({ overlap: 1e-10 });
    expect(sharedFactorStateEvolution(spec, gaussian(), { start }).overlaps.x).toBe(0);
    const states = [...sharedFactorStateEvolutionSteps(spec, gaussian())];
    for (const { overlaps } of states) expect(overlaps.x).toBeGreaterThanOrEqual(1e-10);
    const informed = sharedFactorStateEvolution(spec, gaussian(), { start: "informed" });
    expect(states.at(-1)!.overlaps.x).toBeCloseTo(informed.overlaps.x!, 11);
    expect(informed.overlaps.x).toBeGreaterThan(0.7);
  });

  test("priors and denoisers go by name; u u^T is its own model", () => {
    const spec = rectangular(1, 0.5);
    const named = sharedFactorStateEvolution(spec, { v: rademacher, u: rademacher });
    const wigner = symmetricStateEvolution(symmetric(2, 0.5), rademacher);
    expect(named.overlaps.u).toBeCloseTo(wigner.overlaps.x!, 12);
    const mixedPriors = sharedFactorStateEvolution(spec, { u: rademacher, v: gaussian() });
    expect(mixedPriors.overlaps.u).toBeGreaterThan(mixedPriors.overlaps.v!);
    const linear = { denoiser: { u: gaussian() } };
    const denoised = sharedFactorStateEvolution(spec, { u: rademacher, v: gaussian() }, linear);
    expect(denoised.squaredOverlaps.v).toBeCloseTo(0.5, 10);
  });

  test("units do not matter: w of second moment rho at variance D is w/sqrt(rho) at D/(rho_u rho_v)", () => {
    const scaled = { u: gaussian({ variance: 2 }), v: gaussian({ variance: 0.5 }) };
    const end = sharedFactorStateEvolution(rectangular(2, 0.8), scaled);
    const plain = sharedFactorStateEvolution(rectangular(2, 0.8), gaussian());
    expect(end.squaredOverlaps.u).toBeCloseTo(plain.squaredOverlaps.u!, 12);
    expect(end.squaredOverlaps.v).toBeCloseTo(plain.squaredOverlaps.v!, 12);
    expect(end.freeEntropy).toBeCloseTo(plain.freeEntropy!, 12);
  });
});

test("refuses bad arguments", () => {
  const spec = rectangular(1, 0.5);
  const call =
    (argument: unknown, priors: unknown = gaussian(), options: unknown = {}) =>
    () =>
      sharedFactorStateEvolution(argument as SharedFactorSpec, priors as Prior, options as never);
  expect(call(rectangular(1, 0))).toThrow(RangeError);
  expect(call(rectangular(0, 1))).toThrow(RangeError);
  expect(call(undefined)).toThrow(TypeError);
  expect(call({ ratios: {}, channels: spec.channels })).toThrow(TypeError);
  expect(call({ ...spec, channels: [] })).toThrow(TypeError);
  expect(call({ ...spec, ratios: { u: 2, v: 1 } })).toThrow("the first of spec.ratios must be 1, got 2");
  expect(call({ ...spec, channels: [{ factors: ["u"], variance: 1 }] })).toThrow(TypeError);
  expect(call({ ...spec, channels: [{ factors: ["u", "w"], variance: 1 }] })).toThrow(
    'sharedFactorStateEvolution: spec.channels[0].factors[1] must be one of u, v, got "w"',
  );
  expect(call({ ...spec, channels: [{ factors: ["u", "u"], variance: 1 }] })).toThrow("different");
  expect(call(spec, undefined)).not.toThrow();
  expect(call(spec, null)).toThrow(TypeError);
  expect(call(spec, { u: gaussian() })).toThrow("priors.v must be a prior");
  expect(call(spec, { ...{ u: gaussian(), v: gaussian() }, w: gaussian() })).toThrow(TypeError);
  expect(call(spec, gaussian(), { schedule: "random" })).toThrow(TypeError);
  expect(call(spec, gaussian(), { start: { u: { overlap: 0.1 } } })).toThrow(TypeError);
  expect(call(spec, gaussian(), { start: null })).toThrow(TypeError);
});

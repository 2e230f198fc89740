import { stream } from "@onsager/random";
import { describe, expect, test } from "vitest";
import {
  type AmpResult,
  type AmpState,
  definePrior,
  fixParameters,
  gamp,
  gampSteps,
  gaussBernoulli,
  gaussBernoulliFamily,
  gaussian,
  gaussianFamily,
  linear,
  logistic,
  rademacher,
  relu,
  type SymmetricModel,
  sharedFactorAmp,
  sharedFactorAmpSteps,
  symmetricAmp,
  symmetricAmpSteps,
  vamp,
  vampSteps,
} from "../../src/index.ts";
import { gaussianDesign, labelled, projections } from "../helpers/designs.ts";
import { sharedFactorModel, symmetricModel } from "../helpers/models.ts";
import { expectMean } from "../helpers/statistics.ts";

const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
const sparse = gaussBernoulli({ rho: 0.1, variance: 10 });
const wrong = gaussBernoulli({ rho: 0.5, variance: 2 });

/** The same observations with other variances told to the engine. */
function told<M extends { readonly channels: readonly { readonly variance: number }[] }>(
  model: M,
  variance: number,
): M {
  return { ...model, channels: model.channels.map((channel) => ({ ...channel, variance })) };
}

/** Expects runs that learn to end where runs that know end. */
function expectSameOverlaps(learnt: readonly AmpResult[], known: readonly AmpResult[]): void {
  learnt.forEach(({ status, factors }, i) => {
    expect(status).toBe("converged");
    for (const [name, { squaredOverlap }] of Object.entries(factors))
      expect(Math.abs(squaredOverlap! - known[i]!.factors[name]!.squaredOverlap!)).toBeLessThan(0.03);
  });
}

describe("over 8 seeds planted parameters are recovered, and with them the overlap of a run that knows them", () => {
  test("Wigner: noise, sparsity and variance", () => {
    const sampling = { sample: sparse.sample, secondMoment: 1 };
    const models = seeds.map((seed) =>
      symmetricModel({ dimension: 400, channels: [{ order: 2, variance: 0.4 }], ...sampling }, stream(seed)),
    );
    const learn = { noise: true, prior: gaussBernoulliFamily };
    const runs = models.map((model) => symmetricAmp(told(model, 1.2), { prior: wrong, learn }, stream(9)));
    expectSameOverlaps(
      runs,
      models.map((model) => symmetricAmp(model, { prior: sparse }, stream(9))),
    );
    expectMean(
      runs.map(({ learnt }) => learnt!.variances[0]!),
      0.4,
    );
    expectMean(
      runs.map(({ learnt }) => learnt!.priors.x!.rho!),
      0.1,
    );
    expectMean(
      runs.map(({ learnt }) => learnt!.priors.x!.variance!),
      10,
    );
  });

  test("a matrix and a tensor that share a factor: the noise of both, and of u the variance", () => {
    const N = 60;
    const channels = [
      { factors: ["u", "v"], variance: 0.3 },
      { factors: ["u", "x", "y"], variance: 0.3 },
    ];
    const models = seeds.map((seed) =>
      sharedFactorModel({ sizes: { u: N, v: N, x: N, y: N }, channels }, stream(seed)),
    );
    const prior = gaussian();
    const priors = { u: prior, v: prior, x: prior, y: prior };
    const run = (model: (typeof models)[number], learn?: { noise: true }) =>
      sharedFactorAmp(model, { priors, ...(learn && { learn }) }, stream(5));
    const runs = models.map((model) => run(told(model, 1), { noise: true }));
    expectSameOverlaps(
      runs,
      models.map((model) => run(model)),
    );
    expectMean(
      runs.map(({ learnt }) => learnt!.variances[0]!),
      0.3,
    );
    expectMean(
      runs.map(({ learnt }) => learnt!.variances[1]!),
      0.3,
    );
    const learn = { prior: { u: fixParameters(gaussianFamily, ["mean"]) }, noise: [false, true] };
    const [model] = models;
    const { learnt, status } = sharedFactorAmp(
      model!,
      { priors: { ...priors, u: gaussian({ variance: 2 }) }, learn },
      stream(5),
    );
    expect(status).toBe("converged");
    expect(learnt!.variances[0]).toBe(0.3);
    expect(learnt!.priors.u!.mean).toBe(0);
    expect(Math.abs(learnt!.priors.u!.variance! - 1)).toBeLessThan(0.3);
  });

  const [M, N] = [300, 450];
  const designs = seeds.map((seed) => {
    const random = stream(seed);
    const F = gaussianDesign(M, N, 1 / N, random);
    const draws = random.split("truth");
    const truth = Float64Array.from({ length: N }, () => sparse.sample(draws));
    return { F, truth, z: projections(F, truth), random };
  });

  test.each(["gamp", "vamp"] as const)("linear model by %s: noise, sparsity and variance", (engine) => {
    const D = 0.05;
    const learn = { noise: true, prior: gaussBernoulliFamily };
    const both = designs.map(({ F, truth, z, random }) => {
      const y = labelled(linear({ variance: D }), z, random);
      const run = (prior: typeof sparse, variance: number, options = {}) =>
        engine === "gamp"
          ? gamp(F, y, { prior, channel: linear({ variance }), truth, ...options })
          : vamp(F, y, { prior, variance, truth, ...options });
      return [run(wrong, 0.3, { learn }), run(sparse, D)] as const;
    });
    const runs = both.map(([learnt]) => learnt);
    expectSameOverlaps(
      runs,
      both.map(([, known]) => known),
    );
    const name = engine === "gamp" ? "w" : "x";
    expectMean(
      runs.map(({ learnt }) => learnt!.variances[0]!),
      D,
    );
    expectMean(
      runs.map(({ learnt }) => learnt!.priors[name]!.rho!),
      0.1,
    );
    expectMean(
      runs.map(({ learnt }) => learnt!.priors[name]!.variance!),
      10,
    );
  });

  test("a channel that is not linear: the noise before a relu", () => {
    const D = 0.3;
    const runs = designs.map(({ F, z, truth, random }) => {
      const y = labelled(relu({ variance: D }), z, random);
      return gamp(F, y, { prior: sparse, channel: relu({ variance: 1 }), truth, learn: { noise: true } });
    });
    expectMean(
      runs.map(({ learnt }) => learnt!.variances[0]!),
      D,
    );
  });
});

describe("a run that learns", () => {
  const model = symmetricModel(
    { dimension: 120, channels: [{ order: 2, variance: 0.3 }], sample: sparse.sample },
    stream(1),
  );
  const F = gaussianDesign(60, 80, 1 / 80, stream(2));
  const y = labelled(linear({ variance: 0.1 }), projections(F, model.truth.subarray(0, 80)), stream(2));
  const shared = sharedFactorModel(
    { sizes: { u: 30, v: 40 }, channels: [{ factors: ["u", "v"], variance: 0.3 }] },
    stream(3),
  );

  test.each([
    ["symmetricAmp", (learn?: object) => symmetricAmpSteps(model, { prior: sparse, ...learn }, stream(4))],
    [
      "sharedFactorAmp",
      (learn?: object) =>
        sharedFactorAmpSteps(shared, { priors: { u: sparse, v: sparse }, ...learn }, stream(4)),
    ],
    [
      "gamp",
      (learn?: object) => gampSteps(F, y, { prior: sparse, channel: linear({ variance: 0.1 }), ...learn }),
    ],
    ["vamp", (learn?: object) => vampSteps(F, y, { prior: sparse, variance: 0.1, ...learn })],
  ])("%s with nothing to learn is the plain run; else every state says what is learnt", (_, steps) => {
    const plain = [...steps()];
    expect([...steps({ learn: {} })]).toEqual(plain);
    expect([...steps({ learn: { noise: false, prior: {} } })]).toEqual(plain);
    for (const { learnt } of plain) expect(learnt).toBeUndefined();
    for (const { learnt } of [...steps({ learn: { noise: true, prior: gaussBernoulliFamily } })].slice(
      0,
      30,
    )) {
      expect(learnt!.variances).toHaveLength(1);
      for (const parameters of Object.values(learnt!.priors))
        expect(Object.keys(parameters)).toEqual(["rho", "variance"]);
    }
  });

  test("parameters of priors wait until estimates have settled, and the end waits for them", () => {
    const learn = { prior: gaussBernoulliFamily };
    const states: AmpState[] = [...symmetricAmpSteps(model, { prior: wrong, learn }, stream(4))];
    const waiting = states.filter(({ residual }) => residual === Infinity);
    expect(waiting.length).toBeGreaterThan(3);
    for (const { learnt } of waiting) expect(learnt!.priors.x).toEqual({ rho: 0.5, variance: 2 });
    expect(states.at(-1)).toMatchObject({ status: "converged" });
    expect(states.at(-1)!.learnt!.priors.x!.rho).toBeLessThan(0.5);
    const [first] = symmetricAmpSteps(model, { prior: wrong, learn: { ...learn, after: 1 } }, stream(4));
    expect(first!.residual).toBeLessThan(Infinity);
    expect(first!.learnt!.priors.x!.rho).not.toBe(0.5);
  });

  test("an estimate that vanishes teaches nothing of its prior, and all of the noise", () => {
    const noise = symmetricModel({ dimension: 60, channels: [{ order: 3, variance: 2 }] }, stream(1));
    const learn = { prior: gaussianFamily, noise: true, after: 30 };
    const { status, learnt } = symmetricAmp(noise, { prior: gaussian(), learn }, stream(2));
    expect(status).toBe("uninformative");
    expect(learnt!.priors.x).toEqual({ mean: 0, variance: 1 });
    expect(Math.abs(learnt!.variances[0]! - 2)).toBeLessThan(0.1);
  });

  test.each([
    ["learn", { learn: 3 }, "symmetricAmp: learn must be an object, got 3"],
    [
      "another factor",
      { learn: { prior: { u: gaussBernoulliFamily } } },
      "symmetricAmp: learn.prior must name factors among x",
    ],
    [
      "what is no family",
      { learn: { prior: { x: sparse } } },
      "symmetricAmp: learn.prior.x must be a family of priors",
    ],
    [
      "another family",
      { learn: { prior: gaussianFamily } },
      'symmetricAmp: the prior of x must be gaussian, with parameters to learn, got "gauss-bernoulli"',
    ],
    [
      "noise by name",
      { learn: { noise: "all" } },
      "symmetricAmp: learn.noise must be a boolean, or one for each channel (1), got",
    ],
    [
      "too many channels",
      { learn: { noise: [true, true] } },
      "learn.noise must be a boolean, or one for each channel (1)",
    ],
    ["after", { learn: { after: 0 } }, "symmetricAmp: learn.after must be an integer from 1"],
  ])("refuses %s", (_, options, message) => {
    const bad = { prior: sparse, ...options } as Parameters<typeof symmetricAmp>[1];
    expect(() => symmetricAmp(model as SymmetricModel, bad, stream(1))).toThrow(message);
  });

  test.each([
    [
      "a channel without noise of its own",
      logistic(),
      TypeError,
      "gamp: learn.noise must be false where the channel has no noise",
    ],
    [
      "noise that starts at zero",
      linear(),
      RangeError,
      "gamp: the variance that learning starts from must be a positive finite number, got 0",
    ],
  ])("refuses %s", (_, channel, Kind, message) => {
    const run = () => gamp(F, y, { prior: sparse, channel, learn: { noise: true } });
    expect(run).toThrow(Kind);
    expect(run).toThrow(message);
  });

  test("refuses priors without parameters", () => {
    const own = definePrior({
      name: "gaussian",
      density: (w) => Math.exp(-w * w),
      support: [-Infinity, Infinity],
    });
    for (const prior of [rademacher, own])
      expect(() => symmetricAmp(model, { prior, learn: { prior: gaussianFamily } }, stream(1))).toThrow(
        TypeError,
      );
  });
});

test("fixParameters asks for a family and names", () => {
  expect(() => fixParameters({} as never, [])).toThrow("fixParameters: family.update must be a function");
  expect(() => fixParameters(gaussianFamily, "mean" as never)).toThrow("fixParameters: names must be a list");
});

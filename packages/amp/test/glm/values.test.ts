import { describe, expect, test } from "vitest";
import {
  abs,
  donohoTanner,
  door,
  gaussBernoulli,
  gaussian,
  glmFreeEntropy,
  glmStateEvolution,
  glmTransitions,
  glmWeakRecovery,
  lassoStateEvolution,
  linear,
  noisyFunction,
  rademacher,
  relu,
  sign,
  spectrumOf,
  vampStateEvolution,
} from "../../src/index.ts";

describe("state evolution of GAMP", () => {
  test.each([
    ["sign, alpha 1", sign(), gaussian(), 1, undefined, 0.486263637016, 12],
    ["sign, alpha 2", sign(), gaussian(), 2, undefined, 0.728298173971, 12],
    ["sign, alpha 4", sign(), gaussian(), 4, undefined, 0.90025730648, 12],
    ["relu, D .1, alpha .5", relu({ variance: 0.1 }), gaussian(), 0.5, undefined, 0.337184040091, 12],
    ["relu, D .1, alpha 1", relu({ variance: 0.1 }), gaussian(), 1, undefined, 0.589168036251, 12],
    ["abs, D .1, alpha 1", abs({ variance: 0.1 }), gaussian(), 1, undefined, 0.241474650176, 12],
    ["abs, D .01, alpha .9", abs({ variance: 0.01 }), gaussian(), 0.9, undefined, 0.306906960412, 12],
    ["abs, D .01, alpha 2", abs({ variance: 0.01 }), gaussian(), 2, undefined, 0.98810603, 8],
    ["linear, D .1, alpha .5", linear({ variance: 0.1 }), gaussian(), 0.5, undefined, 0.425834261323, 12],
    [
      "sign, Rademacher, D .1, alpha 1",
      sign({ variance: 0.1 }),
      rademacher,
      1,
      undefined,
      0.490282200478,
      12,
    ],
    [
      "linear, Gauss-Bernoulli, informed",
      linear({ variance: 0.01 }),
      gaussBernoulli({ rho: 0.2 }),
      0.6,
      "informed",
      0.2 * 0.930470926574,
      12,
    ],
  ] as const)("%s", (_, channel, prior, ratio, start, overlap, digits) => {
    const result = glmStateEvolution({ ratio, channel, prior }, start ? { start } : {});
    expect(result.status).toBe("converged");
    expect(Math.abs(result.overlaps.w! - overlap)).toBeLessThan(10 ** -digits);
  });

  test("below its weak recovery an even channel stays at zero, above it does not", () => {
    const run = (ratio: number) =>
      glmStateEvolution({ ratio, channel: abs({ variance: 0.1 }), prior: gaussian() }, { tolerance: 1e-8 });
    const threshold = glmWeakRecovery(abs({ variance: 0.1 }));
    expect(run(0.9 * threshold)).toMatchObject({ status: "uninformative", overlaps: { w: 0 } });
    expect(run(1.2 * threshold).overlaps.w).toBeGreaterThan(1e-2);
  });

  test("fixed points are stationary points of the free entropy", () => {
    const spec = { ratio: 1.2, channel: sign({ variance: 0.2 }), prior: gaussian() };
    const { overlaps, freeEntropy } = glmStateEvolution(spec);
    const overlap = overlaps.w!;
    const step = 1e-3;
    // Along m the free entropy's slope vanishes at the fixed point alone.
    const at = (m: number) => glmFreeEntropy(spec, m);
    expect(freeEntropy).toBeCloseTo(at(overlap), 12);
    expect(Math.abs(at(overlap + step) - at(overlap - step)) / (2 * step)).toBeLessThan(1e-5);
  });
});

describe("first-order points", () => {
  test("binary perceptron: AMP fails up to 1.49263182, and 1.24468399 is enough in principle", () => {
    const found = glmTransitions({ channel: sign(), prior: rademacher })!;
    expect(Math.abs(found.uninformedSpinodal.ratio - 1.49263182)).toBeLessThan(1e-8);
    expect(Math.abs(found.uninformedSpinodal.overlaps.w! - 0.893661)).toBeLessThan(1e-6);
    expect(Math.abs(found.informationTheoretic!.ratio - 1.24468399)).toBeLessThan(1e-8);
    expect(Math.abs(found.informationTheoretic!.overlaps.w! - 0.69376)).toBeLessThan(1e-6);
    expect(found.informedSpinodal).toBeUndefined();
  });

  test("phase retrieval: full recovery at 1.128471", () => {
    const found = glmTransitions({ channel: abs(), prior: gaussian() })!;
    expect(Math.abs(found.uninformedSpinodal.ratio - 1.128471)).toBeLessThan(1e-6);
    expect(Math.abs(found.uninformedSpinodal.overlaps.w! - 0.84665)).toBeLessThan(1e-5);
  });

  test("symmetric binary perceptron: from zero, which is stable up to weak recovery; one label a sign is enough in principle", () => {
    const found = glmTransitions({ channel: door(), prior: rademacher })!;
    expect(Math.abs(found.informationTheoretic!.ratio - 1)).toBeLessThan(1e-9);
    expect(found.informationTheoretic!.overlaps).toEqual({ w: 0 });
    expect(found.uninformedSpinodal.ratio).toBeGreaterThan(glmWeakRecovery(door()));
    expect(found.informedSpinodal).toBeUndefined();
  });

  test("with noise the informed branch is on the curve, and the points are those of iteration", () => {
    const model = { channel: sign({ variance: 0.01 }), prior: rademacher };
    const { informedSpinodal, informationTheoretic, uninformedSpinodal } = glmTransitions(model)!;
    const run = (ratio: number, start: "informed" | "uninformed") =>
      glmStateEvolution({ ...model, ratio }, { start });
    const { ratio } = informationTheoretic!;
    expect(run(ratio, "informed").freeEntropy).toBeCloseTo(run(ratio, "uninformed").freeEntropy!, 9);
    expect(run(ratio, "informed").overlaps.w).toBeCloseTo(informationTheoretic!.overlaps.w!, 9);
    expect(run(0.999 * uninformedSpinodal.ratio, "uninformed").overlaps.w).toBeLessThan(0.93);
    expect(run(1.001 * uninformedSpinodal.ratio, "uninformed").overlaps.w).toBeGreaterThan(0.99);
    expect(run(0.999 * informedSpinodal!.ratio, "informed").overlaps.w).toBeLessThan(0.9);
    expect(run(1.001 * informedSpinodal!.ratio, "informed").overlaps.w).toBeGreaterThan(0.98);
  });

  test("none for the sign channel with a Gaussian prior", () => {
    expect(glmTransitions({ channel: sign(), prior: gaussian() })).toBeUndefined();
  });
});

test.each([
  ["y = 1[|z| > .5]", door({ threshold: 0.5 }), 1.906360928499],
  ["y = 1[|z| > .67449]", door(), 1.360459304312],
  ["y = 1[|z| > 1]", door({ threshold: 1 }), 0.924958039259],
  ["y = |z|", abs(), 0.5],
  ["y = sign z", sign(), 0],
] as const)("weak recovery of %s", (_, channel, threshold) => {
  expect(Math.abs(glmWeakRecovery(channel) - threshold)).toBeLessThan(1e-12);
});

test.each([
  [0.1, 0.5180658121],
  [1, 0.6465905984],
])("weak recovery of y = z^2 + N(0, %d)", (variance, threshold) => {
  const channel = noisyFunction({ name: "square", apply: (z) => z * z, variance, even: true });
  expect(Math.abs(glmWeakRecovery(channel) - threshold)).toBeLessThan(1e-10);
});

test.each([
  [0.1, 0.18942936776],
  [0.25, 0.267383552408],
  [0.5, 0.385689666181],
  [0.75, 0.533711676804],
])("Donoho-Tanner at delta = %d", (delta, rho) => {
  expect(Math.abs(donohoTanner(delta) - rho)).toBeLessThan(1e-12);
  expect(() => donohoTanner(1)).toThrow(RangeError);
});

test.each([
  [1, 0.57745075734, 0.085407601378, 0.25653746986],
  [1.5, 0.54889921142, 0.06482582035, 0.595991559723],
  [2, 0.561691996076, 0.073918655012, 0.980191346386],
])("LASSO at a = %d: tau, error, lambda", (multiple, tau, error, lambda) => {
  const prior = gaussBernoulli({ rho: 0.128, variance: 1 });
  const found = lassoStateEvolution({ ratio: 0.64, variance: 0.2, multiple, prior });
  expect(found.convergence.converged).toBe(true);
  expect(Math.abs(found.tau - tau)).toBeLessThan(1e-12);
  expect(Math.abs(found.error - error)).toBeLessThan(1e-12);
  expect(Math.abs(found.lambda - lambda)).toBeLessThan(1e-12);
});

describe("state evolution of VAMP", () => {
  const prior = gaussBernoulli({ rho: 0.2, variance: 1 });

  test("orthogonal rows, M/N = .6", () => {
    const spectrum = spectrumOf([1, 1, 1, 0, 0]);
    const { error } = vampStateEvolution({ prior, variance: 0.01, spectrum });
    expect(Math.abs(error - 0.008549991479)).toBeLessThan(1e-12);
  });

  test("independent entries: the error of GAMP's state evolution", () => {
    const ratio = 0.6;
    // Marchenko-Pastur for F^T F with entries of variance 1/N, by Gauss-Chebyshev of the second kind.
    const [low, high] = [(1 - Math.sqrt(ratio)) ** 2, (1 + Math.sqrt(ratio)) ** 2];
    const count = 4000;
    const spectrum = (f: (x: number) => number): number => {
      let sum = (1 - ratio) * f(0);
      for (let i = 1; i <= count; i++) {
        const angle = (i * Math.PI) / (count + 1);
        const x = (low + high) / 2 + ((high - low) / 2) * Math.cos(angle);
        const weight = (Math.PI / (count + 1)) * (((high - low) / 2) * Math.sin(angle)) ** 2;
        sum += (weight * f(x)) / (2 * Math.PI * x);
      }
      return sum;
    };
    expect(spectrum(() => 1)).toBeCloseTo(1, 12);
    const { error } = vampStateEvolution({ prior, variance: 0.01, spectrum });
    expect(Math.abs(error - 0.013905814685)).toBeLessThan(1e-11);
    const gamp = glmStateEvolution({ ratio, channel: linear({ variance: 0.01 }), prior });
    expect(Math.abs(prior.secondMoment - gamp.overlaps.w! - error)).toBeLessThan(1e-11);
  });
});

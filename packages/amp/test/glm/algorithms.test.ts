import { prepare } from "@onsager/linalg";
import { stream } from "@onsager/random";
import { describe, expect, test } from "vitest";
import {
  abs,
  gamp,
  gampSteps,
  gaussBernoulli,
  gaussian,
  informedStart,
  lassoAmp,
  lassoAmpSteps,
  linear,
  logistic,
  poisson,
  rademacher,
  relu,
  sign,
  vamp,
  vampSteps,
} from "../../src/index.ts";
import { gaussianDesign, labelled, projections } from "../helpers/designs.ts";
import { planted } from "../helpers/models.ts";

const N = 120;
const M = 200;

function problem(seed: number) {
  const random = stream(seed);
  const F = gaussianDesign(M, N, 1 / N, random);
  const truth = planted(N, 1, (r) => r.normal(), random.split("truth"));
  return { random, F, truth, z: projections(F, truth) };
}

test.each([
  [relu(), -1, "relu"],
  [abs(), -1, "abs"],
  [sign(), 0, "sign"],
  [logistic(), 0.5, "logistic"],
  [poisson(), 2.5, "poisson"],
  [poisson(), -1, "poisson"],
] as const)("GAMP refuses labels that its channel does not have: $0.name, %s", (channel, label, name) => {
  const y = new Float64Array(M).fill(1);
  y[3] = label;
  expect(() => gamp(problem(1).F, y, { prior: gaussian(), channel })).toThrow(
    `gamp: y[3] must be a label of the channel ${name}, got ${label}`,
  );
});

describe("designs and noise at the ends of their range", () => {
  test("GAMP of counts on a design that is far too large diverges, with finite estimates", () => {
    const { random, F, z } = problem(6);
    const y = labelled(poisson(), z, random);
    const large = { ...F, data: F.data.map((value) => 30 * value) };
    const { status, estimates } = gamp(large, y, { prior: gaussian(), channel: poisson() });
    expect(["diverged", "iterationLimit"]).toContain(status);
    expect(estimates.w!.every(Number.isFinite)).toBe(true);
  });

  const laws = { gaussian: gaussian(), "gauss-bernoulli": gaussBernoulli({ rho: 0.2 }), rademacher };
  test.each(
    Object.entries(laws).flatMap(([name, prior]) =>
      [1e-8, 1e-12, 1e-14, 1e-20, 1e-100].map((variance) => ({ name, prior, variance })),
    ),
  )("VAMP without noise finds the signal, $name, variance $variance", ({ prior, variance }) => {
    const { F, random } = problem(7);
    const truth = Float64Array.from({ length: N }, () => prior.sample(random));
    const { status, factors } = vamp(F, projections(F, truth), { prior, variance, truth });
    expect(status).toBe("converged");
    expect(factors.x!.squaredOverlap).toBeGreaterThan(1 - 1e-10);
  });

  test("VAMP without noise, fewer observations than unknowns", () => {
    const random = stream(8);
    const prior = gaussBernoulli({ rho: 0.2 });
    const F = gaussianDesign(100, N, 1 / N, random);
    const truth = Float64Array.from({ length: N }, () => prior.sample(random));
    for (const variance of [1e-10, 1e-14, 1e-100]) {
      const { status, factors } = vamp(F, projections(F, truth), { prior, variance, truth });
      expect(status).toBe("converged");
      expect(factors.x!.squaredOverlap).toBeGreaterThan(1 - 1e-9);
    }
  });
});

describe("GAMP", () => {
  test("on the linear channel with a Gaussian prior it ends at ridge regression's solution", () => {
    const { random, F, truth, z } = problem(1);
    const channel = linear({ variance: 0.2 });
    const y = labelled(channel, z, random);
    const { estimates, status } = gamp(F, y, { prior: gaussian(), channel, tolerance: 1e-24 });
    expect(status).toBe("converged");
    const w = estimates.w!;
    // The posterior mean: its gradient F^T (y - F w)/D - w vanishes, up to what N = 120 leaves of the self-averaging of V.
    const residual = projections(F, w).map((value, mu) => y[mu]! - value);
    const gradient = w.map((value, i) => {
      let sum = -value;
      for (let mu = 0; mu < M; mu++) sum += (F.data[mu * N + i]! * residual[mu]!) / 0.2;
      return sum;
    });
    expect(norm(gradient) / norm(w)).toBeLessThan(0.15);
    expect(cosine(w, truth)).toBeGreaterThan(0.85);
  });

  test("takes products in place of a matrix, and damping keeps the fixed point", () => {
    const { random, F, z } = problem(2);
    const y = labelled(sign(), z, random);
    const options = { prior: gaussian(), channel: sign(), tolerance: 1e-22, maximumIterations: 1000 };
    const plain = gamp(F, y, options);
    using operator = prepare(F);
    const other = gamp(operator, y, { ...options, damping: 0.3 });
    expect(plain.status).toBe("converged");
    expect(other.status).toBe("converged");
    plain.estimates.w!.forEach((value, i) => {
      expect(value).toBeCloseTo(other.estimates.w![i]!, 8);
    });
  });

  test("an even channel stays at zero from zero, and finds w from a hint", () => {
    const { random, F, truth, z } = problem(3);
    const channel = abs({ variance: 0.01 });
    const y = labelled(channel, z, random);
    expect(gamp(F, y, { prior: gaussian(), channel })).toMatchObject({ status: "uninformative" });
    const start = informedStart(truth, { overlap: 0.6 }, random.split("start"));
    const hinted = gamp(F, y, { prior: gaussian(), channel, start, truth, damping: 0.2 });
    expect(hinted.factors.w!.squaredOverlap).toBeGreaterThan(0.85);
  });
});

test("LASSO AMP ends where the LASSO's optimality conditions hold", () => {
  const random = stream(4);
  const [n, N] = [128, 200];
  const A = gaussianDesign(n, N, 1 / n, random);
  const sparse = gaussBernoulli({ rho: 0.128, variance: 1 });
  const truth = Float64Array.from({ length: N }, () => sparse.sample(random));
  const noisy = linear({ variance: 0.2 });
  const y = labelled(noisy, projections(A, truth), random);
  const { estimates, lambda, tau, status } = lassoAmp(A, y, { multiple: 1.5, truth, tolerance: 1e-28 });
  expect(status).toBe("converged");
  expect(tau).toBeGreaterThan(0);
  const x = estimates.x!;
  const residual = projections(A, x).map((value, mu) => y[mu]! - value);
  for (let i = 0; i < N; i++) {
    let correlation = 0;
    for (let mu = 0; mu < n; mu++) correlation += A.data[mu * N + i]! * residual[mu]!;
    if (x[i] === 0) expect(Math.abs(correlation)).toBeLessThanOrEqual(lambda * (1 + 1e-10));
    else expect(correlation).toBeCloseTo(Math.sign(x[i]!) * lambda, 10);
  }
});

test("VAMP and GAMP agree on independent entries", () => {
  const random = stream(5);
  const [M, N] = [360, 600];
  const prior = gaussBernoulli({ rho: 0.2, variance: 1 });
  const F = gaussianDesign(M, N, 1 / N, random);
  const truth = Float64Array.from({ length: N }, () => prior.sample(random));
  const channel = linear({ variance: 0.01 });
  const y = labelled(channel, projections(F, truth), random);
  const one = vamp(F, y, { prior, variance: 0.01, truth });
  const other = gamp(F, y, { prior, channel, truth, damping: 0.2 });
  expect(one.status).toBe("converged");
  expect(other.status).toBe("converged");
  expect(cosine(one.estimates.x!, other.estimates.w!)).toBeGreaterThan(0.999);
});

describe("bad input", () => {
  const F = gaussianDesign(4, 3, 1, stream(1));
  const y = new Float64Array(4);
  const bad = { prior: gaussian(), channel: sign() };
  test.each([
    ["gamp: y", () => [...gampSteps(F, new Float64Array(3), bad)], "y must have F.rows = 4 entries, got 3"],
    [
      "gamp: NaN",
      () => [...gampSteps(F, y.fill(Number.NaN, 2), bad)],
      "y[2] must be a finite number, got NaN",
    ],
    [
      "gamp: prior",
      () => [...gampSteps(F, new Float64Array(4), { ...bad, prior: 1 as never })],
      "prior must be a prior",
    ],
    [
      "gamp: channel",
      () => [...gampSteps(F, new Float64Array(4), { ...bad, channel: 1 as never })],
      "channel must be",
    ],
    [
      "gamp: F",
      () => [...gampSteps(1 as never, new Float64Array(4), bad)],
      "F must be a matrix or an operator",
    ],
    [
      "gamp: start",
      () => [...gampSteps(F, new Float64Array(4), { ...bad, start: new Float64Array(2) })],
      "start must",
    ],
    [
      "lasso: multiple",
      () => [...lassoAmpSteps(F, new Float64Array(4), { multiple: 0 })],
      "multiple must be a positive",
    ],
    [
      "lasso: y",
      () => [...lassoAmpSteps(F, new Float64Array(5), { multiple: 1 })],
      "y must have A.rows = 4 entries",
    ],
    [
      "vamp: variance",
      () => [...vampSteps(F, new Float64Array(4), { prior: gaussian(), variance: 0 })],
      "variance",
    ],
    [
      "vamp: truth",
      () => [...vampSteps(F, new Float64Array(4), { prior: gaussian(), variance: 1, truth: y })],
      "truth",
    ],
  ])("%s", (_, run, message) => {
    expect(run).toThrow(message);
  });
});

function norm(x: Float64Array): number {
  return Math.sqrt(x.reduce((sum, value) => sum + value * value, 0));
}

function cosine(x: Float64Array, y: Float64Array): number {
  return x.reduce((sum, value, i) => sum + value * y[i]!, 0) / (norm(x) * norm(y));
}

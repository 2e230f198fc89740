import { stream } from "@onsager/random";
import { describe, expect, test } from "vitest";
import {
  type AmpOptions,
  gamp,
  gaussBernoulli,
  gaussian,
  lassoAmp,
  linear,
  multiIndexAmp,
  noisyIndexFunction,
  rademacher,
  sign,
  vamp,
} from "../../src/index.ts";
import { gaussianDesign, labelled, projections, squaredError } from "../helpers/designs.ts";

const sparse = gaussBernoulli({ rho: 0.2, variance: 1 });
const [M, N] = [120, 200];
const random = stream(21);
const F = gaussianDesign(M, N, 1 / N, random);
const truth = Float64Array.from({ length: N }, () => sparse.sample(random));
const y = labelled(linear({ variance: 0.01 }), projections(F, truth), random);
// The same problem in the scale of the LASSO.
const A = { ...F, data: F.data.map((value) => value * Math.sqrt(N / M)) };
const scaled = y.map((value) => value * Math.sqrt(N / M));

const channel = noisyIndexFunction({ name: "tanh", rank: 1, apply: ([z]) => Math.tanh(z!), variance: 0.1 });
const direction = { rows: 1, cols: 60, data: gaussianDesign(1, 60, 1, random.split("direction")).data };
const G = gaussianDesign(240, 60, 1 / 60, random.split("G"));
const labels = projections(G, direction.data).map((z) => channel.sample(Float64Array.of(z), random));

type Run = (options: AmpOptions) => { readonly w: Float64Array; readonly status: string };
const engines: readonly (readonly [string, Run])[] = [
  [
    "GAMP",
    (options) => {
      const noisy = linear({ variance: 0.01 });
      const { estimates, status } = gamp(F, y, { prior: sparse, channel: noisy, ...options });
      return { w: estimates.w!, status };
    },
  ],
  [
    "LASSO AMP",
    (options) => {
      const { estimates, status } = lassoAmp(A, scaled, { multiple: 1.4, ...options });
      return { w: estimates.x!, status };
    },
  ],
  [
    "VAMP",
    (options) => {
      const { estimates, status } = vamp(F, y, { prior: sparse, variance: 0.01, ...options });
      return { w: estimates.x!, status };
    },
  ],
  [
    "multi-index AMP",
    (options) => {
      const run = multiIndexAmp(G, labels, { channel, start: direction, ...options });
      return { w: run.directions.data, status: run.status };
    },
  ],
];

describe.each(engines)("damping of %s", (_, run) => {
  test("keeps the fixed point, and the share of the old estimate after one sweep", () => {
    const [plain, damped] = [0, 0.4].map((damping) =>
      run({ damping, tolerance: 1e-18, maximumIterations: 2000 }),
    );
    expect(plain!.status).toBe("converged");
    expect(damped!.status).toBe("converged");
    const scale = plain!.w.reduce((sum, value) => sum + value * value, 0) / plain!.w.length;
    expect(squaredError(plain!.w, damped!.w) / scale).toBeLessThan(1e-12);
    const [one, other] = [0, 0.4].map((damping) => run({ damping, maximumIterations: 2 }).w);
    expect(squaredError(one!, other!) / scale).toBeGreaterThan(1e-6);
  });

  test("must be in [0, 1)", () => {
    for (const damping of [-0.1, 1, Number.NaN])
      expect(() => run({ damping })).toThrow("damping must be in [0, 1)");
  });
});

describe("without noise, up to perfect recovery", () => {
  function recovered(prior: typeof rademacher, channel: ReturnType<typeof sign>, ratio: number) {
    const stream1 = stream(4);
    const design = gaussianDesign(ratio * N, N, 1 / N, stream1);
    const w = Float64Array.from({ length: N }, () => prior.sample(stream1));
    const labels = labelled(channel, projections(design, w), stream1);
    return gamp(design, labels, { prior, channel, truth: w });
  }

  test.each([
    ["signs of a vector of signs", rademacher, sign(), 2],
    ["projections of a sparse vector", sparse, linear(), 0.8],
    ["projections of a Gaussian vector", gaussian(), linear(), 1.5],
  ] as const)("%s", (_, prior, channel, ratio) => {
    const { status, factors } = recovered(prior, channel, ratio);
    expect(status).toBe("converged");
    expect(factors.w!.squaredOverlap).toBeGreaterThan(1 - 1e-9);
  });
});

test("LASSO AMP with too small a threshold ends diverged, with finite estimates", () => {
  const { status, estimates, tau, lambda, convergence } = lassoAmp(A, scaled, { multiple: 0.05 });
  expect(status).toBe("diverged");
  expect(convergence.converged).toBe(false);
  expect([...estimates.x!, tau, lambda].every(Number.isFinite)).toBe(true);
});

test("LASSO AMP of nothing: uninformative, with finite diagnostics", () => {
  const { status, tau, lambda } = lassoAmp(A, new Float64Array(M), { multiple: 1 });
  expect(status).toBe("uninformative");
  expect([tau, lambda].every(Number.isFinite)).toBe(true);
});

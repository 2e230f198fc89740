import { stream } from "@onsager/random";
import { describe, expect, test } from "vitest";
import {
  abs,
  channelInformation,
  gaussBernoulli,
  gaussian,
  glmFreeEntropy,
  glmStateEvolution,
  glmStateEvolutionSteps,
  lassoStateEvolution,
  lassoStateEvolutionSteps,
  linear,
  logistic,
  multiIndexStateEvolutionSteps,
  poisson,
  rademacher,
  sign,
  signProduct,
  sparseRademacher,
  spectrumOf,
  vampStateEvolution,
  vampStateEvolutionSteps,
} from "../../src/index.ts";

const lasso = {
  ratio: 0.64,
  variance: 0.2,
  multiple: 1.5,
  prior: gaussBernoulli({ rho: 0.128, variance: 1 }),
};
const identity = { prior: gaussian(), variance: 0.5, spectrum: spectrumOf([1]) };

describe("state evolutions are generators that show their start and every step", () => {
  test.each([
    ["GLM", () => [...glmStateEvolutionSteps({ ratio: 2, channel: sign(), prior: gaussian() })]],
    ["LASSO", () => [...lassoStateEvolutionSteps(lasso)]],
    ["VAMP", () => [...vampStateEvolutionSteps(identity)]],
    [
      "multi-index",
      () => [
        ...multiIndexStateEvolutionSteps(
          signProduct(),
          { ratio: 3, samples: 50, maximumIterations: 4 },
          stream(1),
        ),
      ],
    ],
  ] as const)("%s", (_, run) => {
    const states: readonly { readonly iteration: number; readonly residual: number }[] = run();
    expect(states.map(({ iteration }) => iteration)).toEqual(states.map((__, i) => i));
    expect(states[0]!.residual).toBe(Infinity);
    expect(states.length).toBeGreaterThan(2);
  });

  test("drivers take a signal and a limit", () => {
    const signal = AbortSignal.abort(new Error("enough"));
    expect(() => lassoStateEvolution(lasso, { signal })).toThrow("enough");
    expect(() => vampStateEvolution(identity, { signal })).toThrow("enough");
    expect(lassoStateEvolution(lasso, { maximumIterations: 2 })).toMatchObject({
      status: "iterationLimit",
      convergence: { converged: false, iterations: 2 },
    });
    expect(vampStateEvolution({ ...identity, prior: rademacher }, { maximumIterations: 1 }).status).toBe(
      "iterationLimit",
    );
  });
});

test("the linear channel with a Gaussian prior: a quadratic equation", () => {
  const [ratio, D] = [0.7, 0.3];
  const { overlaps, freeEntropy } = glmStateEvolution({
    ratio,
    channel: linear({ variance: D }),
    prior: gaussian(),
  });
  // m = A/(1 + A) and A = alpha/(1 - m + D).
  const b = 1 + D + ratio;
  const m = (b - Math.sqrt(b * b - 4 * ratio)) / 2;
  expect(overlaps.w).toBeCloseTo(m, 12);
  expect(freeEntropy).toBeCloseTo(
    glmFreeEntropy({ ratio, channel: linear({ variance: D }), prior: gaussian() }, m),
    12,
  );
  expect(channelInformation(linear({ variance: D }), m, 1 - m)).toBeCloseTo(1 / (1 - m + D), 12);
});

test("just above weak recovery the overlap is small and not zero, in few steps", () => {
  const run = (ratio: number) => glmStateEvolution({ ratio, channel: abs(), prior: gaussian() });
  const [near, nearer] = [run(0.501), run(0.5001)];
  for (const { status, convergence } of [near, nearer]) {
    expect(status).toBe("converged");
    expect(convergence.iterations).toBeLessThan(500);
  }
  // Linear in the distance from the threshold.
  expect(near.overlaps.w! / nearer.overlaps.w!).toBeCloseTo(10, 0);
  expect(run(0.4999)).toMatchObject({ status: "uninformative", overlaps: { w: 0 } });
});

test("LASSO with too small a threshold: tau grows for ever, and the last state is finite", () => {
  const { status, tau, lambda, convergence } = lassoStateEvolution({ ...lasso, multiple: 0.05 });
  expect(status).toBe("diverged");
  expect([tau, lambda].every(Number.isFinite)).toBe(true);
  expect(convergence.converged).toBe(false);
});

test("the LASSO without noise: perfect recovery is a fixed point, at zero", () => {
  const noiseless = { ratio: 0.64, variance: 0, multiple: 1.5, prior: sparseRademacher({ rho: 0.1 }) };
  const { status, error, tau, lambda, support, convergence } = lassoStateEvolution(noiseless);
  expect(status).toBe("converged");
  expect(convergence.converged).toBe(true);
  expect(error).toBeLessThan(1e-30);
  expect([tau, lambda].every((value) => value >= 0 && value < 1e-15)).toBe(true);
  // All that is not zero, and of what is zero P(|z| > a).
  expect(support).toBeCloseTo(0.1 + 0.9 * 2 * 0.06680720126885807, 12);
});

test("VAMP of signs with little noise: an error far below rounding of the overlap", () => {
  const { status, error, precision } = vampStateEvolution({
    prior: rademacher,
    variance: 0.01,
    spectrum: spectrumOf([1, 1, 0]),
  });
  expect(status).toBe("converged");
  expect(error).toBeLessThan(1e-9);
  expect(error).toBeGreaterThan(0);
  // Where the error vanishes, nothing is learnt from other coordinates: g1 = E s^2/variance.
  expect(precision).toBeCloseTo(200 / 3, 6);
});

describe("labels without an upper end", () => {
  test("Poisson: the mass and the mean exp(omega + V/2) where counts are large", () => {
    const mean = (f: (y: number) => number) => poisson().expectation(2.5, 0.1, f);
    expect(mean(() => 1)).toBeCloseTo(1, 11);
    expect(mean((y) => y)).toBeCloseTo(Math.exp(2.55), 9);
  });

  test.each([
    ["Poisson", poisson(), [0, 3, 100]],
    ["logistic", logistic(), [-1, 1]],
  ] as const)("%s far from its labels: finite, with g towards them", (_, channel, labels) => {
    for (const y of labels)
      for (const omega of [-800, -50, 50, 800]) {
        const { g, dg, logPartition } = channel.output(y, omega, 1);
        expect([g, dg, logPartition].every(Number.isFinite)).toBe(true);
        expect(dg).toBeLessThan(1e-9);
      }
    expect(channel.output(labels[0]!, 800, 1).g).toBeLessThan(0);
    expect(channel.output(labels.at(-1)!, -800, 1).g).toBeGreaterThan(0);
  });
});

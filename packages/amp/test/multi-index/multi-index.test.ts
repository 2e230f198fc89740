import { stream } from "@onsager/random";
import { describe, expect, test } from "vitest";
import {
  multiIndexAmp,
  multiIndexAmpSteps,
  multiIndexStateEvolution,
  multiIndexWeakRecovery,
  noisyIndexFunction,
  product,
  signProduct,
  squaredNorm,
} from "../../src/index.ts";
import { gaussianDesign, projections } from "../helpers/designs.ts";

test.each([
  ["sign(z1 z2)", signProduct(), Math.PI ** 2 / 4],
  ["z1 z2", product(), 0.593751098222],
  ["|z|^2, p = 1", squaredNorm({ rank: 1 }), 0.5],
  ["|z|^2, p = 2", squaredNorm({ rank: 2 }), 1],
  ["|z|^2, p = 3", squaredNorm({ rank: 3 }), 1.5],
] as const)("weak recovery of %s", (_, channel, threshold) => {
  expect(Math.abs(multiIndexWeakRecovery(channel) - threshold)).toBeLessThan(1e-11);
});

test("labels that say nothing to second order: infinite; labels of unknown law: refused", () => {
  const blind = {
    ...signProduct(),
    labels: (visit: (p: number, G: Float64Array) => void) => visit(1, new Float64Array(4)),
  };
  expect(multiIndexWeakRecovery(blind)).toBe(Infinity);
  const unknown = noisyIndexFunction({ name: "f", rank: 2, apply: ([a, b]) => a! * b!, variance: 1 });
  expect(() => multiIndexWeakRecovery(unknown)).toThrow("must know the law of its labels");
});

describe("posterior means are averages over samples of the same label", () => {
  const omega = Float64Array.of(0.4, -0.3);
  const V = Float64Array.of(0.8, 0.3, 0.3, 0.6);
  const root = [Math.sqrt(0.8), 0.3 / Math.sqrt(0.8), Math.sqrt(0.6 - 0.09 / 0.8)] as const;

  function average(accept: (z: readonly [number, number]) => boolean, count: number) {
    const random = stream(8);
    const kept: (readonly [number, number])[] = [];
    for (let i = 0; i < count; i++) {
      const [x, y] = [random.normal(), random.normal()];
      const z = [omega[0]! + root[0] * x, omega[1]! + root[1] * x + root[2] * y] as const;
      if (accept(z)) kept.push(z);
    }
    return [0, 1].map((k) => {
      const mean = kept.reduce((sum, z) => sum + z[k]!, 0) / kept.length;
      const square = kept.reduce((sum, z) => sum + (z[k]! - mean) ** 2, 0) / (kept.length - 1);
      return { mean, standardError: Math.sqrt(square / kept.length) };
    });
  }

  function expectMeans(
    channel: ReturnType<typeof product>,
    y: number,
    averages: ReturnType<typeof average>,
    bias = 0,
  ) {
    const out = new Float64Array(2);
    channel.posteriorMean(y, omega, V, out);
    averages.forEach(({ mean, standardError }, k) => {
      expect(Math.abs(mean - out[k]!)).toBeLessThan(5 * standardError + bias);
    });
  }

  test.each([1, -1])("sign product, y = %d", (y) => {
    expectMeans(
      signProduct(),
      y,
      average(([a, b]) => a * b * y > 0, 100_000),
    );
  });

  test("product, y near 0.7", () => {
    expectMeans(
      product(),
      0.7,
      average(([a, b]) => Math.abs(a * b - 0.7) < 0.01, 400_000),
      0.003,
    );
  });

  test("a noisy function that is linear: the posterior of a Gaussian", () => {
    const channel = noisyIndexFunction({ name: "sum", rank: 2, apply: ([a, b]) => a! + b!, variance: 0.5 });
    const out = new Float64Array(2);
    channel.posteriorMean(2, omega, V, out);
    const gain = (2 - 0.1) / (0.8 + 0.6 + 0.6 + 0.5);
    expect(out[0]).toBeCloseTo(0.4 + 1.1 * gain, 7);
    expect(out[1]).toBeCloseTo(-0.3 + 0.9 * gain, 7);
  });
});

test("without samples enough state evolution goes to zero, with more it does not", () => {
  const run = (ratio: number) =>
    multiIndexStateEvolution(signProduct(), { ratio, samples: 300, maximumIterations: 8 }, stream(1)).overlaps
      .data;
  expect(run(1)[0]).toBeLessThan(0.05);
  const [a, b, c, d] = run(4) as Float64Array & [number, number, number, number];
  expect(a).toBeGreaterThan(0.5);
  expect(d).toBeGreaterThan(0.5);
  expect(Math.abs(b)).toBeLessThan(0.1);
  expect(b).toBeCloseTo(c, 12);
});

describe("multi-index AMP", () => {
  const [N, M] = [120, 480];
  const random = stream(3);
  const F = gaussianDesign(M, N, 1 / N, random);
  const truth = { rows: 2, cols: N, data: gaussianDesign(2, N, 1, random.split("truth")).data };
  const z = [0, 1].map((k) => projections(F, truth.data.subarray(k * N, (k + 1) * N)));
  const y = z[0]!.map((value, mu) => (value * z[1]![mu]! >= 0 ? 1 : -1));
  const start = { ...truth, data: truth.data.map((value) => 0.5 * value) };

  test("from a hint it keeps both directions apart", () => {
    const { overlaps, status, convergence } = multiIndexAmp(F, y, {
      channel: signProduct(),
      start,
      truth,
      maximumIterations: 15,
    });
    expect(["converged", "iterationLimit"]).toContain(status);
    expect(convergence.iterations).toBeLessThanOrEqual(15);
    const [a, b, c, d] = overlaps!.data as Float64Array & [number, number, number, number];
    expect(Math.min(a, d)).toBeGreaterThan(0.35);
    expect(Math.max(Math.abs(b), Math.abs(c))).toBeLessThan(0.25);
  });

  test("from zero it stays there", () => {
    const zero = { ...truth, data: new Float64Array(2 * N) };
    const channel = {
      ...signProduct(),
      posteriorMean: (_: number, omega: Float64Array, __: Float64Array, out: Float64Array) => out.set(omega),
    };
    expect(multiIndexAmp(F, y, { channel, start: zero })).toMatchObject({ status: "uninformative" });
  });

  test.each([
    ["start", { start: { rows: 1, cols: N, data: new Float64Array(N) } }, "start must be 2 x 120, got"],
    ["channel", { channel: undefined }, "channel must be a multi-index channel"],
    ["tolerance", { tolerance: 0 }, "tolerance must be a positive finite number"],
    ["iterations", { maximumIterations: 0 }, "maximumIterations must be an integer"],
  ])("refuses %s", (_, changes, message) => {
    const options = { channel: signProduct(), start, ...changes } as Parameters<typeof multiIndexAmp>[2];
    expect(() => [...multiIndexAmpSteps(F, y, options)]).toThrow(message);
  });
});

import { describe, expect, test } from "vitest";
import {
  abs,
  defineChannel,
  door,
  linear,
  logistic,
  noisyFunction,
  poisson,
  probit,
  quantised,
  relu,
  sign,
} from "../../src/index.ts";

describe("closed forms", () => {
  test("probit is sign with noise of variance 1", () => {
    expect(probit().output(1, 0.3, 0.5)).toEqual(sign({ variance: 1 }).output(1, 0.3, 0.5));
  });

  test("quantised at 0 is sign", () => {
    const { g, dg } = quantised({ edges: [0] }).output(1, 0.3, 0.5);
    const wanted = sign().output(1, 0.3, 0.5);
    expect(g).toBeCloseTo(wanted.g, 14);
    expect(dg).toBeCloseTo(wanted.dg, 13);
  });

  test("relu is linear above zero and sign below", () => {
    const channel = relu({ variance: 0.2 });
    expect(channel.output(0.7, 0.1, 0.5)).toEqual(linear({ variance: 0.2 }).output(0.7, 0.1, 0.5));
    expect(channel.output(0, 0.1, 0.5)).toEqual(sign({ variance: 0.2 }).output(-1, 0.1, 0.5));
  });

  test.each([
    ["linear", linear({ variance: 0.3 }), (z: number) => z, []],
    [
      "square root of a square",
      noisyFunction({ name: "s", apply: Math.abs, variance: 0.3, kinks: [0] }),
      Math.abs,
      [0],
    ],
  ] as const)("the generic channel by quadrature: %s", (_, channel, apply, kinks) => {
    const generic = noisyFunction({ name: "generic", apply, variance: 0.3, kinks });
    for (const y of [-1, 0.2, 2]) {
      const [one, other] = [channel.output(y, 0.4, 0.7), generic.output(y, 0.4, 0.7)];
      expect(one.logPartition).toBeCloseTo(other.logPartition, 11);
      expect(one.g).toBeCloseTo(other.g, 11);
      expect(one.dg).toBeCloseTo(other.dg, 10);
    }
  });

  test("a channel of labels by quadrature: the sign channel's likelihood", () => {
    const generic = defineChannel({
      name: "hard",
      labels: [-1, 1],
      logLikelihood: (y, z) => (y * z >= 0 ? 0 : -Infinity),
      kinks: [0],
      sample: Math.sign,
    });
    const [one, other] = [generic.output(1, -0.4, 0.7), sign().output(1, -0.4, 0.7)];
    expect(one.logPartition).toBeCloseTo(other.logPartition, 11);
    expect(one.g).toBeCloseTo(other.g, 11);
    expect(one.dg).toBeCloseTo(other.dg, 10);
  });
});

test("far tails: g of sign is -omega/s there, without cancellation", () => {
  const { g, dg, logPartition } = sign().output(1, -1000, 1);
  expect(g).toBeCloseTo(1000.000999998, 6);
  expect(dg).toBeCloseTo(-1, 5);
  expect(logPartition).toBeCloseTo(-500_000 - Math.log(1000 * Math.sqrt(2 * Math.PI)), 5);
});

test("far tails of channels with noise, where a difference of hazards has no digits", () => {
  for (const omega of [1e3, 1e5, 1e8, 1e12]) {
    expect(sign().output(-1, omega, 1).dg).toBeCloseTo(-1, 5);
    expect(probit().output(-1, omega, 1).dg).toBeCloseTo(-1 / 2, 5);
    expect(relu().output(0, omega, 1).dg).toBeCloseTo(-1, 5);
    expect(quantised().output(0, omega, 1).dg).toBeCloseTo(-1, 5);
  }
});

describe("labels that a channel does not have", () => {
  const coin = defineChannel({
    name: "coin",
    labels: [-1, 1],
    logLikelihood: (y, z) => Math.min(y * z, 0) - Math.log1p(Math.exp(-Math.abs(z))),
    sample: Math.sign,
  });
  test.each([
    ["relu", relu(), -1, "relu: y must be at least 0 and finite, got -1"],
    ["relu", relu(), Number.NaN, "relu: y must be at least 0"],
    ["abs", abs({ variance: 1 }), -0.1, "abs: y must be at least 0 and finite, got -0.1"],
    ["logistic", logistic(), 0.5, "logistic: y must be one of -1, 1, got 0.5"],
    ["coin", coin, 2, "coin: y must be one of -1, 1, got 2"],
    ["poisson", poisson(), -1, "poisson: y must be at least 0 and finite, got -1"],
  ] as const)("%s", (_, channel, y, message) => {
    expect(() => channel.output(y, 0.3, 1)).toThrow(message);
  });

  test("the example of a coin, far out", () => {
    const { g, dg, logPartition } = coin.output(1, -800, 1);
    expect(g).toBeCloseTo(1, 12);
    expect(Math.abs(dg)).toBeLessThan(1e-12);
    expect(logPartition).toBeCloseTo(-799.5, 9);
  });

  test("a label that no z has counts for nothing, and cannot be observed", () => {
    const never = defineChannel({
      name: "never",
      labels: [-1, 1, 5],
      logLikelihood: (y, z) => (y * z >= 0 && y < 5 ? 0 : -Infinity),
      kinks: [0],
      sample: Math.sign,
    });
    expect(never.expectation(0.3, 0.5, () => 1)).toBeCloseTo(1, 12);
    expect(() => never.output(5, 0, 1)).toThrow("never: y must be a label of some z around 0, got 5");
    const [far, exact] = [never.output(1, -1000, 1), sign().output(1, -1000, 1)];
    expect(far.g / exact.g).toBeCloseTo(1, 12);
    expect(far.logPartition / exact.logPartition).toBeCloseTo(1, 12);
  });

  test("likelihoods and functions that give NaN", () => {
    const broken = defineChannel({
      name: "broken",
      labels: [0, 1],
      logLikelihood: (_, z) => Math.log(z),
      sample: () => 0,
    });
    const root = noisyFunction({ name: "root", apply: Math.sqrt, variance: 1 });
    expect(() => broken.output(1, 0, 1)).toThrow("broken: logLikelihood must give a number below Infinity");
    expect(() => broken.expectation(0, 1, () => 1)).toThrow("broken: logLikelihood");
    expect(() => root.output(1, 0, 1)).toThrow("root: apply must give a number at");
  });
});

test.each([
  ["sign", () => sign({ variance: -1 }), "sign: variance must be at least 0 and finite, got -1"],
  ["abs", () => abs({ variance: Number.NaN }), "abs: variance"],
  ["relu", () => relu({ variance: Infinity }), "relu: variance"],
  ["linear", () => linear({ variance: -0.1 }), "linear: variance"],
  ["probit", () => probit({ variance: -0.1 }), "probit: variance"],
  ["door", () => door({ threshold: 0 }), "door: threshold must be a positive finite number, got 0"],
  ["quantised", () => quantised({ edges: [1, 0] }), "quantised: edges must be increasing"],
  ["quantised", () => quantised({ edges: [] }), "quantised: edges must be increasing"],
  ["a label that is none", () => sign().output(0, 0, 1), "sign: y must be one of 1, -1, got 0"],
  ["logistic", () => logistic().output(1, Number.NaN, 1), "omega"],
  [
    "noisyFunction",
    () => noisyFunction({ name: "f", apply: Math.abs, variance: 0 }),
    "variance must be a positive",
  ],
  ["defineChannel", () => defineChannel({} as never), "defineChannel: logLikelihood must be a function"],
])("%s refuses", (_, make, message) => {
  expect(make).toThrow(message);
});

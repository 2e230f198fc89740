import { describe, expect, test } from "vitest";
import {
  abs,
  defineChannel,
  door,
  linear,
  logistic,
  noisyFunction,
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

import normalCdf from "@stdlib/stats-base-dists-normal-cdf";
import { describe, expect, test } from "vitest";
import {
  abs,
  errorFunction,
  hermiteLink,
  identity,
  leakyRelu,
  probabilistsHermite,
  relu,
  sigmoid,
  softStep,
  tanh,
} from "../../src/index.ts";
import { expectClose } from "../helpers/close-to.ts";

const points = [-5, -1.25, -0.3, 0.1, 1, 2.5];

test("leakyRelu is relu at slope 0, the identity at slope 1", () => {
  for (const z of points) {
    expectClose(leakyRelu({ slope: 0 }).apply(z), relu.apply(z), 0);
    expectClose(leakyRelu({ slope: 1 }).apply(z), identity.apply(z), 0);
    expectClose(leakyRelu({ slope: -1 + 1e-12 }).apply(z), abs.apply(z), 1e-11);
  }
});

test("softStep is the distribution function of N(t, w^2)", () => {
  const { apply } = softStep({ threshold: 0.3, width: 0.8 });
  for (const z of points) expectClose(apply(z), normalCdf(z, 0.3, 0.8), 1e-15);
  for (const z of points) expectClose(errorFunction(z), 2 * normalCdf(z * Math.SQRT2, 0, 1) - 1, 1e-15);
});

test("hermiteLink is He_k/sqrt(k!)", () => {
  for (const z of points)
    expectClose(hermiteLink(3).apply(z), probabilistsHermite(3, z) / Math.sqrt(6), 1e-14);
});

describe("bad parameters", () => {
  test.each([
    [() => leakyRelu({ slope: -1 }), "leakyRelu: slope must be a finite number above -1, got -1"],
    [() => leakyRelu({ slope: Number.NaN }), "leakyRelu: slope must be a finite number above -1, got NaN"],
    [() => softStep({ width: 0 }), "softStep: width must be a positive finite number, got 0"],
    [() => softStep({ threshold: Infinity }), "softStep: threshold must be a finite number, got Infinity"],
    [() => hermiteLink(0), "hermiteLink: order must be an integer from 1 to 256, got 0"],
  ])("%s", (call, message) => {
    expect(call).toThrow(new RangeError(message));
  });
});

test("derivatives keep their digits where the function is flat", () => {
  for (const z of [-20, 20]) {
    expect(tanh.derivative(z) / (4 * Math.exp(-40))).toBeCloseTo(1, 12);
    expect(sigmoid.derivative(z) / Math.exp(-20)).toBeCloseTo(1, 8);
  }
});

import normalCdf from "@stdlib/stats-base-dists-normal-cdf";
import { describe, expect, test } from "vitest";
import * as family from "../src/index.ts";
import {
  hermite,
  hermiteCoefficients,
  type Link,
  leakyRelu,
  normalDensity,
  relu,
  softStep,
  tanh,
} from "../src/index.ts";
import fixture from "./fixtures/coefficients.json";
import { expectAllClose, expectClose } from "./helpers/close-to.ts";

const order = 24;
const orders = Array.from({ length: order + 1 }, (_, k) => k);

/** c_k = phi(tau) h_{k-1}(tau) (1 + w^2)^{-k/2}/sqrt(k) of Phi((z - t)/w), tau = t/sqrt(1 + w^2), for k >= 1. */
function stepCoefficient(k: number, threshold: number, width: number): number {
  const tau = threshold / Math.sqrt(1 + width ** 2);
  if (k === 0) return normalCdf(-tau, 0, 1);
  return (normalDensity(tau) * hermite(k - 1, tau) * (1 + width ** 2) ** (-k / 2)) / Math.sqrt(k);
}

const signCoefficient = (k: number): number => 2 * stepCoefficient(k, 0, 0) - (k === 0 ? 1 : 0);

function reluCoefficient(k: number): number {
  if (k < 2) return [normalDensity(0), 1 / 2][k]!;
  return (normalDensity(0) * hermite(k - 2, 0)) / Math.sqrt(k * (k - 1));
}

/** Of exp(i z), times i^-k: exp(-1/2)/sqrt(k!). */
function waveCoefficient(k: number): number {
  return Math.exp(-1 / 2) / Math.sqrt(orders.slice(1, k + 1).reduce((product, j) => product * j, 1));
}

const closedForms: readonly (readonly [Link, (k: number) => number])[] = [
  [family.identity, (k) => (k === 1 ? 1 : 0)],
  [family.hermiteLink(5), (k) => (k === 5 ? 1 : 0)],
  [family.hermiteLink(24), (k) => (k === 24 ? 1 : 0)],
  [relu, reluCoefficient],
  [leakyRelu({ slope: 0.2 }), (k) => 0.8 * reluCoefficient(k) + (k === 1 ? 0.2 : 0)],
  [family.abs, (k) => 2 * reluCoefficient(k) - (k === 1 ? 1 : 0)],
  [family.sign, signCoefficient],
  [family.erf, (k) => 2 * stepCoefficient(k, 0, Math.SQRT1_2) - (k === 0 ? 1 : 0)],
  [softStep(), (k) => stepCoefficient(k, 0, 1)],
  [softStep({ threshold: -1.3, width: 0.5 }), (k) => stepCoefficient(k, -1.3, 0.5)],
  [softStep({ threshold: 0.7, width: 1e-5 }), (k) => stepCoefficient(k, 0.7, 1e-5)],
  [family.cos, (k) => [1, 0, -1, 0][k % 4]! * waveCoefficient(k)],
  [family.sin, (k) => [0, 1, 0, -1][k % 4]! * waveCoefficient(k)],
];

describe("closed forms", () => {
  test.each(closedForms.map(([link, c]) => ({ name: link.name, link, c })))("$name", ({ link, c }) => {
    const { coefficients, convergence } = hermiteCoefficients(link, order);
    expectAllClose(coefficients, orders.map(c), 1e-12);
    expect(convergence.converged).toBe(true);
  });
});

describe("values of 40-digit quadrature", () => {
  test.each(Object.entries(fixture.coefficients))("%s", (name, values) => {
    const link = family.links.find((member) => member.name === name)!;
    expectAllClose(hermiteCoefficients(link, values.length - 1).coefficients, values, 1e-14);
  });
});

test("the second moment is E[g^2]", () => {
  expectClose(hermiteCoefficients(relu, 0).secondMoment, 1 / 2, 1e-14);
});

test("a kink that was not declared shows in the record", () => {
  const { coefficients, convergence } = hermiteCoefficients({ apply: relu.apply }, 4);
  expect(convergence.converged).toBe(false);
  expectClose(coefficients[0]!, normalDensity(0), 10 * convergence.residual);
});

describe("bad input", () => {
  test.each([
    ["exp(z^2/4)", (z: number) => Math.exp((z * z) / 4), []],
    ["exp(z^2)", (z: number) => Math.exp(z * z), []],
    ["|z|^-0.5", (z: number) => Math.abs(z) ** -0.5, [0]],
    ["|z|^-0.6", (z: number) => Math.abs(z) ** -0.6, [0]],
  ])("%s is not square-integrable", (_, apply, kinks) => {
    expect(() => hermiteCoefficients({ apply, kinks }, 3)).toThrow(
      /^hermiteCoefficients: link must be seen to be square-integrable under N\(0, 1\), got E\[g\^2\] that does not converge/,
    );
    expect(() => hermiteCoefficients({ apply, kinks }, 3)).toThrow(RangeError);
  });

  test("numbers out of range and wrong kinds", () => {
    expect(() => hermiteCoefficients(tanh, 257)).toThrow(
      new RangeError("hermiteCoefficients: order must be an integer from 0 to 256, got 257"),
    );
    expect(() => hermiteCoefficients(tanh, 2, { tolerance: Number.NaN })).toThrow(RangeError);
    expect(() => hermiteCoefficients(undefined as never, 2)).toThrow(
      new TypeError("hermiteCoefficients: link.apply must be a function, got undefined"),
    );
    expect(() => hermiteCoefficients({ apply: Math.sqrt }, 2)).toThrow(
      /^hermiteCoefficients: link.apply must give a number, got NaN at z = -[\d.]+$/,
    );
    expect(() => hermiteCoefficients({ apply: Math.abs, kinks: [Infinity] }, 2)).toThrow(RangeError);
  });
});

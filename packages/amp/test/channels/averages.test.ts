import { describe, expect, test } from "vitest";
import { logPoisson } from "../../src/channels/log-poisson.ts";
import { type Channel, channelInformation, defineChannel, noisyFunction, poisson } from "../../src/index.ts";

describe("Poisson counts", () => {
  const generic = defineChannel({
    name: "poisson",
    labels: "naturals",
    logLikelihood: logPoisson,
    sample: (z) => z,
  });

  test("output functions are those of the likelihood by quadrature", () => {
    for (const [y, omega, V] of [
      [0, 0.3, 0.7],
      [3, -1, 2],
      [40, 3, 0.2],
      [7, 1.5, 1e-4],
      [15, -4, 0.5],
    ] as const) {
      const [one, other] = [poisson().output(y, omega, V), generic.output(y, omega, V)];
      expect(one.g / other.g).toBeCloseTo(1, 10);
      expect(one.dg).toBeCloseTo(other.dg, 8);
      expect(one.logPartition).toBeCloseTo(other.logPartition, 11);
    }
  });

  test.each([
    [0, 0.1],
    [2, 0.3],
    [5, 0.05],
  ])("thinned out they average as all of them do, at omega = %d, V = %d", (omega, V) => {
    const squares = (channel: Channel) => channel.expectation(omega, V, (_, { g }) => g * g);
    expect(squares(poisson()) / squares({ ...poisson(), expectation: everyCount })).toBeCloseTo(1, 12);
  });

  function everyCount(omega: number, V: number, f: Parameters<Channel["expectation"]>[2]): number {
    const last = Math.exp(omega + 9 * Math.sqrt(V)) + 20 * Math.exp(omega / 2 + 4.5 * Math.sqrt(V)) + 40;
    let sum = 0;
    for (let y = 0; y < last; y++) {
      const output = poisson().output(y, omega, V);
      sum += Math.exp(output.logPartition) * f(y, output);
    }
    return sum;
  }

  test("labels are refused below zero", () => {
    expect(() => poisson().output(-1, 0, 1)).toThrow("poisson: y must be at least 0 and finite, got -1");
  });
});

describe("functions seen through noise: averages over labels are those by the output of every label", () => {
  test.each([
    ["square", (z: number) => z * z, 0.3, [], -5, 20],
    ["He3", (z: number) => (z ** 3 - 3 * z) / Math.sqrt(6), 0.5, [], -12, 12],
    ["relu", (z: number) => Math.max(z, 0), 0.1, [0], -3, 6],
  ] as const)("%s", (name, apply, variance, kinks, from, to) => {
    const channel = noisyFunction({ name, apply, variance, kinks });
    for (const [omega, V] of [
      [0.4, 0.1],
      [-1, 0.05],
    ] as const) {
      let sum = 0;
      const step = Math.sqrt(variance) / 4;
      for (let y = from; y < to; y += step) {
        const { g, logPartition } = channel.output(y, omega, V);
        sum += step * Math.exp(logPartition) * g * g;
      }
      expect(channel.expectation(omega, V, (_, { g }) => g * g) / sum).toBeCloseTo(1, 11);
    }
  });

  test("a function that is the identity is the linear channel: qhat = 1/(V + D)", () => {
    const channel = noisyFunction({ name: "identity", apply: (z) => z, variance: 0.2 });
    expect(channelInformation(channel, 0.6, 0.4)).toBeCloseTo(1 / 0.6, 12);
  });

  test("at zero, where an even channel says nothing, the average is zero", () => {
    const channel = noisyFunction({ name: "square", apply: (z) => z * z, variance: 0.3, even: true });
    expect(Math.abs(channel.expectation(0, 1, (_, { g }) => g * g))).toBeLessThan(1e-25);
  });
});

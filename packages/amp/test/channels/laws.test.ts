import { stream } from "@onsager/random";
import { describe, expect, test } from "vitest";
import { type Channel, channels, noisyFunction } from "../../src/index.ts";

const family: readonly Channel[] = [
  ...channels.map((make) => make()),
  noisyFunction({ name: "square", apply: (z) => z * z, variance: 0.3, even: true }),
  noisyFunction({ name: "soft-relu", apply: (z) => Math.max(z, 0), variance: 0.3, kinks: [0] }),
];

const places = [
  [0, 1],
  [0.7, 0.5],
  [-1.3, 0.2],
] as const;

/** Labels of the projection z = 0.4, as they come. */
function labels({ sample }: Channel): number[] {
  const random = stream(3);
  return Array.from({ length: 6 }, (_, i) => sample(0.4, random.split(i)));
}

describe.each(family.map((channel) => ({ name: channel.name, channel })))("channel $name", ({ channel }) => {
  test("g is d log Z/d omega, and dg its derivative", () => {
    const step = 1e-4;
    for (const [omega, V] of places)
      for (const y of labels(channel)) {
        const at = (shift: number) => channel.output(y, omega + shift, V);
        const { g, dg } = at(0);
        const scale = 1 + Math.abs(g) + Math.abs(dg);
        expect(
          Math.abs(g - (at(step).logPartition - at(-step).logPartition) / (2 * step)) / scale,
        ).toBeLessThan(1e-6);
        expect(Math.abs(dg - (at(step).g - at(-step).g) / (2 * step)) / scale).toBeLessThan(1e-6);
      }
  });

  test("noise on the projection: d log Z/dD = (g^2 + dg)/2, and the channel is itself at its own D", () => {
    if (channel.noise === undefined) return;
    const { variance, at } = channel.noise;
    const [y] = labels(channel);
    expect(at(variance).output(y!, 0.3, 0.5)).toEqual(channel.output(y!, 0.3, 0.5));
    const noisy = at(0.4);
    expect(noisy.noise!.variance).toBe(0.4);
    const step = 1e-4;
    const [more, less] = [step, -step].map((by) => at(0.4 + by).output(y!, 0.3, 0.5).logPartition);
    const { g, dg } = noisy.output(y!, 0.3, 0.5);
    expect((more! - less!) / (2 * step)).toBeCloseTo((g * g + dg) / 2, 7);
    expect(() => at(-1)).toThrow(RangeError);
  });

  test("Z is normalised, E g = 0 and E[dg + g^2] = 0 over labels", () => {
    for (const [omega, V] of places) {
      const mean = (f: Parameters<Channel["expectation"]>[2]) => channel.expectation(omega, V, f);
      expect(mean(() => 1)).toBeCloseTo(1, 10);
      expect(mean((_, { g }) => g)).toBeCloseTo(0, 8);
      expect(mean((_, { g, dg }) => dg + g * g)).toBeCloseTo(0, 8);
    }
  });

  test("averages over labels are given their output functions", () => {
    const [omega, V] = [0.7, 0.5];
    const differences = channel.expectation(omega, V, (y, { g, logPartition }) =>
      logPartition > -15 ? Math.abs(channel.output(y, omega, V).g - g) : 0,
    );
    expect(differences).toBeLessThan(1e-10);
  });

  test("samples have the means that expectations over labels say", () => {
    const [omega, V] = [0.3, 0.6];
    const count = 20_000;
    const random = stream(11);
    const bounded = (y: number) => Math.tanh(y);
    let [sum, squares] = [0, 0];
    for (let i = 0; i < count; i++) {
      const value = bounded(channel.sample(omega + Math.sqrt(V) * random.normal(), random));
      sum += value;
      squares += value * value;
    }
    const mean = sum / count;
    const standardError = Math.sqrt((squares / count - mean * mean) / count);
    expect(Math.abs(mean - channel.expectation(omega, V, bounded))).toBeLessThan(5 * standardError);
  });

  test("an even channel does not see the sign of z", () => {
    if (!channel.even) return;
    for (const y of labels(channel)) {
      const [one, other] = [channel.output(y, 0.6, 0.4), channel.output(y, -0.6, 0.4)];
      expect(one.logPartition).toBeCloseTo(other.logPartition, 10);
      expect(one.g).toBeCloseTo(-other.g, 9);
    }
  });

  test("far from what its label allows it stays finite", () => {
    for (const y of labels(channel))
      for (const omega of [-30, 30]) {
        const { g, dg, logPartition } = channel.output(y, omega, 0.05);
        expect([g, dg, logPartition].every(Number.isFinite)).toBe(true);
      }
  });

  test("a variance V that is not positive is refused", () => {
    const [y] = labels(channel);
    for (const V of [0, -1, Number.NaN]) expect(() => channel.output(y!, 0, V)).toThrow(RangeError);
  });
});

import { normal, type Stream, stream } from "@onsager/random";
import { describe, expect, test } from "vitest";
import {
  mixed,
  multiModal,
  sharedFactor,
  spikedRectangular,
  spikedTensor,
  spikedWigner,
} from "../../src/ensembles/index.ts";
import type { SharedFactorModel, SymmetricModel } from "../../src/models.ts";
import { addressOf, indicesOf, shapeOf } from "../helpers/observations.ts";

/** A prior that draws what the standard normal one draws, and gives zeros: its model is the noise alone. */
const silent = {
  sample: (random: Stream) => 0 * random.normal(),
};

/** The normals of a stream, from one index on. */
function normalsFrom(seed: number, index: number, count: number): Float64Array {
  const out = new Float64Array(count);
  stream(seed).fill(normal, out, index);
  return out;
}

function squaredNorm(w: Float64Array): number {
  return w.reduce((sum, value) => sum + value * value, 0);
}

/** sqrt((p-1)!). */
const coefficient = [1, 1, 1, Math.SQRT2, Math.sqrt(6)];

/** Expects an observation to be the noise plus the spike, and the noise to be the normals of a stream in lexicographic order. */
function expectSymmetricChannel(
  { dimension: N, truth, channels }: SymmetricModel,
  noise: SymmetricModel,
  channel: number,
  normals: Float64Array,
): void {
  const { data, order, variance } = channels[channel]!;
  const shape = shapeOf(data);
  let next = 0;
  for (const indices of indicesOf(shape)) {
    const at = addressOf(indices, shape);
    const distinct = new Set(indices).size === order;
    const spike =
      indices.reduce((product, i) => product * truth![i]!, coefficient[order]!) / N ** ((order - 1) / 2);
    const Z = noise.channels[channel]!.data.data[at]!;
    expect(data.data[at]! - Z).toBeCloseTo(distinct ? spike : 0, 13);
    if (!distinct) expect(Z).toBe(0);
    else if (indices.every((index, k) => k === 0 || index > indices[k - 1]!))
      expect(Z).toBe(Math.sqrt(variance) * normals[next++]!);
  }
  expect(next).toBe(normals.length);
}

describe("symmetric models", () => {
  test.each([
    [2, 7, 21],
    [3, 7, 35],
    [4, 6, 15],
  ])("order %s: sqrt(D) Z + sqrt((p-1)!) x...x/N^{(p-1)/2} on distinct indices", (order, N, count) => {
    const options = { variance: 0.7, order, rescale: false };
    const model = spikedTensor(options).sample(N, stream(3));
    const noise = spikedTensor({ ...options, prior: silent }).sample(N, stream(3));
    expect(model.truth).toEqual(normalsFrom(3, 0, N));
    expectSymmetricChannel(model, noise, 0, normalsFrom(3, N, count));
  });

  test("spikedWigner is order 2", () => {
    const options = { variance: 0.7 };
    const { channels, ...rest } = spikedWigner(options).sample(8, stream(4));
    const other = spikedTensor({ ...options, order: 2 }).sample(8, stream(4));
    expect({ channels, ...rest }).toEqual(other);
    expect(channels[0]!.data).toMatchObject({ rows: 8, cols: 8 });
  });

  test("mixed draws the truth, then the matrix, then the tensor", () => {
    const options = { matrixVariance: 0.4, tensorVariance: 2, rescale: false };
    const model = mixed(options).sample(6, stream(5));
    const noise = mixed({ ...options, prior: silent }).sample(6, stream(5));
    expectSymmetricChannel(model, noise, 0, normalsFrom(5, 6, 15));
    expectSymmetricChannel(model, noise, 1, normalsFrom(5, 21, 20));
  });

  test("an ensemble says the orders and variances of its channels", () => {
    expect(mixed({ matrixVariance: 0.4, tensorVariance: 2, order: 4 }).channels).toEqual([
      { order: 2, variance: 0.4 },
      { order: 4, variance: 2 },
    ]);
  });

  test("a dimension below the order leaves zeros", () => {
    const { channels } = spikedTensor({ variance: 1 }).sample(2, stream(6));
    expect([...channels[0]!.data.data]).toEqual(Array(8).fill(0));
  });
});

describe("shared-factor models", () => {
  const options = {
    ratios: { u: 1, v: 0.5, x: 1.5, y: 2 },
    channels: [
      { factors: ["u", "v"], variance: 0.3 },
      { factors: ["y", "u", "x"], variance: 0.6 },
    ],
    rescale: false,
  };
  const N = 4;

  test("every channel is sqrt(D) Z + N_1^{-(p-1)/2} times the product of its factors", () => {
    const model = sharedFactor(options).sample(N, stream(7));
    const priors = { u: silent, v: silent, x: silent, y: silent };
    const noise = sharedFactor({ ...options, priors }).sample(N, stream(7));
    let index = 20;
    for (const [c, { data, factors, variance }] of model.channels.entries()) {
      const shape = shapeOf(data);
      const Z = normalsFrom(7, index, data.data.length);
      for (const indices of indicesOf(shape)) {
        const at = addressOf(indices, shape);
        const spike = indices.reduce((product, i, slot) => product * model.truth![factors[slot]!]![i]!, 1);
        expect(noise.channels[c]!.data.data[at]).toBe(Math.sqrt(variance) * Z[at]!);
        expect(data.data[at]! - noise.channels[c]!.data.data[at]!).toBeCloseTo(
          spike / N ** ((factors.length - 1) / 2),
          13,
        );
      }
      index += data.data.length;
    }
  });

  test("draws the factors in the order of the ratios, of the sizes they say", () => {
    const { sizes, truth } = sharedFactor(options).sample(N, stream(7));
    expect(sizes).toEqual({ u: 4, v: 2, x: 6, y: 8 });
    const drawn = normalsFrom(7, 0, 20);
    expect(truth).toEqual({
      u: drawn.subarray(0, 4),
      v: drawn.subarray(4, 6),
      x: drawn.subarray(6, 12),
      y: drawn.subarray(12, 20),
    });
  });

  test("spikedRectangular and multiModal are instances", () => {
    expect(spikedRectangular({ ratio: 0.5, variance: 0.3 }).sample(6, stream(8))).toEqual(
      sharedFactor({ ratios: { u: 1, v: 0.5 }, channels: [{ factors: ["u", "v"], variance: 0.3 }] }).sample(
        6,
        stream(8),
      ),
    );
    const ratios = { u: 1, v: 2, x: 0.5, y: 0.75 };
    const model = multiModal({ matrixVariance: 0.8, tensorVariance: 0.2, ratios });
    expect(model.channels).toEqual([
      { factors: ["u", "v"], variance: 0.8 },
      { factors: ["u", "x", "y"], variance: 0.2 },
    ]);
    expect(model.ratios).toEqual(ratios);
    const { channels }: SharedFactorModel = model.sample(8, stream(9));
    expect(channels.map(({ data }) => shapeOf(data))).toEqual([
      [8, 16],
      [8, 4, 6],
    ]);
  });
});

describe("the truth", () => {
  test("is rescaled to |x|^2 = N unless it shall not be", () => {
    const { truth } = spikedWigner({ variance: 1 }).sample(50, stream(10));
    expect(squaredNorm(truth!)).toBeCloseTo(50, 12);
    const raw = spikedWigner({ variance: 1, rescale: false }).sample(50, stream(10)).truth!;
    expect(Math.abs(squaredNorm(raw) - 50)).toBeGreaterThan(1e-3);
    expect(raw[7]! / raw[3]!).toBeCloseTo(truth![7]! / truth![3]!, 12);
  });

  test("is rescaled to N times the second moment that a prior says", () => {
    const prior = {
      sample: (random: Stream) => (random.uniform() < 0.2 ? random.normal() : 0),
      secondMoment: 0.2,
    };
    const { truth } = spikedWigner({ variance: 1, prior }).sample(500, stream(11));
    expect(squaredNorm(truth!)).toBeCloseTo(100, 11);
    const { truth: factors } = spikedRectangular({ variance: 1, ratio: 2, priors: { v: prior } }).sample(
      300,
      stream(11),
    );
    expect(squaredNorm(factors!.u!)).toBeCloseTo(300, 11);
    expect(squaredNorm(factors!.v!)).toBeCloseTo(120, 11);
  });

  test("of zeros stays", () => {
    const { truth } = spikedWigner({ variance: 1, prior: silent }).sample(5, stream(12));
    expect(squaredNorm(truth!)).toBe(0);
  });
});

describe("single precision", () => {
  test("stores what the f64 model of the same truth and the f32 normals of the stream give", () => {
    const options = { variance: 0.5, precision: "f32" as const };
    const { channels, truth } = spikedWigner(options).sample(40, stream(13));
    const { data } = channels[0]!.data;
    expect(data).toBeInstanceOf(Float32Array);
    const noise = new Float32Array(780);
    stream(13).fillNormal(noise, 40);
    const spike = (truth![0]! * truth![5]!) / Math.sqrt(40);
    expect(data[5]).toBeCloseTo(Math.sqrt(0.5) * noise[4]! + spike, 6);
    expect(data[39 * 40 + 38]).toBeCloseTo(
      Math.sqrt(0.5) * noise[779]! + (truth![38]! * truth![39]!) / Math.sqrt(40),
      6,
    );
  });

  test("is there for every array of a shared-factor model", () => {
    const model = multiModal({ matrixVariance: 1, tensorVariance: 1, precision: "f32" }).sample(
      5,
      stream(14),
    );
    for (const { data } of model.channels) expect(data.data).toBeInstanceOf(Float32Array);
  });
});

describe("bad input", () => {
  const prior = { sample: () => Number.NaN };
  test.each([
    [
      () => spikedWigner(undefined as never),
      TypeError,
      /^spikedWigner: options must be an object, got undefined$/,
    ],
    [
      () => spikedWigner({ variance: 0 }),
      RangeError,
      /^spikedWigner: variance must be a positive finite number, got 0$/,
    ],
    [
      () => spikedTensor({ variance: Number.NaN }),
      RangeError,
      /^spikedTensor: variance must be .*, got NaN$/,
    ],
    [
      () => spikedTensor({ variance: 1, order: 5 }),
      RangeError,
      /: order must be an integer from 2 to 4, got 5/,
    ],
    [
      () => mixed({ matrixVariance: 1, tensorVariance: -1 }),
      RangeError,
      /^mixed: tensorVariance must be .*, got -1/,
    ],
    [
      () => spikedWigner({ variance: 1, precision: "f16" as never }),
      TypeError,
      /: precision must be "f64" or "f32", got f16/,
    ],
    [
      () => spikedWigner({ variance: 1, prior: {} as never }),
      TypeError,
      /: prior.sample must be a function, got undefined/,
    ],
    [
      () => spikedWigner({ variance: 1, prior: { ...prior, secondMoment: Infinity } }),
      RangeError,
      /: prior.secondMoment must be a positive finite number, got Infinity/,
    ],
    [
      () => spikedWigner({ variance: 1, prior }).sample(3, stream(1)),
      RangeError,
      /^spikedWigner: prior.sample\(\)\[0\] must be a finite number, got NaN/,
    ],
    [
      () => spikedRectangular({ ratio: 0, variance: 1 }),
      RangeError,
      /: ratio must be a positive finite number, got 0/,
    ],
    [
      () => multiModal({ matrixVariance: 1, tensorVariance: 1, ratios: { u: 2, v: 1, x: 1, y: 1 } }),
      RangeError,
      /^multiModal: ratios.u must be 1, .*, got 2/,
    ],
    [
      () => multiModal({ matrixVariance: 1, tensorVariance: 1, priors: { z: prior } }),
      TypeError,
      /^multiModal: priors must name factors among u, v, x, y, got "z"/,
    ],
  ])("%s", (call, kind, message) => {
    expect(call).toThrow(kind);
    expect(call).toThrow(message);
  });

  const channel = { factors: ["u", "v"], variance: 1 };
  test.each([
    [{ ratios: { u: 1 }, channels: [channel] }, /: ratios must name two factors or more, got 1/],
    [{ ratios: undefined, channels: [channel] }, /: ratios must be an object with a number for each factor/],
    [{ ratios: { u: 1, v: 0 }, channels: [channel] }, /: ratios.v must be a positive finite number, got 0/],
    [{ ratios: { u: 1, v: 1 }, channels: [] }, /: channels must be an array of one channel or more/],
    [
      { ratios: { u: 1, v: 1 }, channels: [{ factors: ["u", "w"], variance: 1 }] },
      /: channels\[0\].factors must name factors among u, v, got "w"/,
    ],
    [
      { ratios: { u: 1, v: 1 }, channels: [{ factors: ["u"], variance: 1 }] },
      /must be the names of two or three/,
    ],
    [
      { ratios: { u: 1, v: 1 }, channels: [{ factors: ["u", "u"], variance: 1 }] },
      /: channels\[0\].factors must be all different, got "u, u"/,
    ],
    [
      { ratios: { u: 1, v: 1 }, channels: [{ factors: ["u", "v"], variance: -1 }] },
      /: channels\[0\].variance must be a positive finite number, got -1/,
    ],
  ])("sharedFactor rejects %o", (options, message) => {
    expect(() => sharedFactor(options as never)).toThrow(message);
  });

  test("what cannot be held is refused before any work, with the bytes", () => {
    expect(() => spikedTensor({ variance: 1 }).sample(2000, stream(1))).toThrow(
      /^spikedTensor: dimension must leave arrays that memory can hold, at most 4294967296 bytes, got 2000 x 2000 x 2000 entries of 64000000000 bytes in f64$/,
    );
    expect(() =>
      multiModal({ matrixVariance: 1, tensorVariance: 1, precision: "f32" }).sample(1200, stream(1)),
    ).toThrow(/^multiModal: .*, got 1200 x 1200 x 1200 entries of 6912000000 bytes in f32$/);
    expect(() => spikedWigner({ variance: 1 }).sample(2 ** 32 - 1, stream(1))).toThrow(/bytes in f64$/);
  });
});

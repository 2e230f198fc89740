import { type Stream, stream } from "@onsager/random";
import { describe, expect, test } from "vitest";
import {
  bulkVariance,
  channelVariance,
  symmetricChannelVariance,
  type VectorEstimate,
} from "../../src/index.ts";
import { marchenkoPasturMedian } from "../../src/learning/marchenko-pastur-median.ts";
import { expectMean } from "../helpers/statistics.ts";

const seeds = [1, 2, 3, 4, 5, 6, 7, 8];

function normals(count: number, random: Stream): Float64Array {
  const out = new Float64Array(count);
  random.fillNormal(out);
  return out;
}

/** sqrt(D) Z + x x^T/sqrt(N), symmetric, zero on the diagonal. */
function wigner(N: number, D: number, x: Float64Array, random: Stream) {
  const Z = normals(N * N, random);
  const data = new Float64Array(N * N);
  for (let i = 0; i < N; i++)
    for (let j = 0; j < i; j++) {
      const value = Math.sqrt(D) * Z[i * N + j]! + (x[i]! * x[j]!) / Math.sqrt(N);
      data[i * N + j] = value;
      data[j * N + i] = value;
    }
  return { rows: N, cols: N, data };
}

/** sqrt(D) Z + u v^T/sqrt(N_1). */
function rectangular(D: number, u: Float64Array, v: Float64Array, random: Stream) {
  const data = normals(u.length * v.length, random).map((z, index) => {
    const [i, j] = [Math.floor(index / v.length), index % v.length];
    return Math.sqrt(D) * z + (u[i]! * v[j]!) / Math.sqrt(u.length);
  });
  return { rows: u.length, cols: v.length, data };
}

describe("bulkVariance recovers the noise under a spike within five standard errors over 8 seeds", () => {
  const D = 0.3;

  test.each(["median", "edge"] as const)("of a Wigner matrix, by its %s", (method) => {
    const estimates = seeds.map((seed) => {
      const random = stream(seed);
      const Y = wigner(150, D, normals(150, random.split("x")), random.split("Z"));
      return bulkVariance(Y, { symmetric: true, method });
    });
    // Corrections to the median and to the Tracy-Widom mean are of order 1/N.
    expectMean(estimates, D);
  });

  test.each([
    { method: "median", shape: [120, 200] },
    { method: "edge", shape: [120, 200] },
    { method: "median", shape: [160, 100] },
    { method: "edge", shape: [160, 100] },
  ] as const)("of a rectangular matrix, by its $method, $shape", ({ method, shape: [N1, N2] }) => {
    const estimates = seeds.map((seed) => {
      const random = stream(seed);
      const [u, v] = [normals(N1, random.split("u")), normals(N2, random.split("v"))];
      return bulkVariance(rectangular(D, u, v, random.split("Z")), { method });
    });
    expectMean(estimates, D);
  });

  test("the median of the Marchenko-Pastur law: a square matrix's is that of the squared quarter circle", () => {
    // Half of the quarter circle law on [0, 2] lies below twice the median of |x| under the semicircle law.
    expect(marchenkoPasturMedian(1)).toBeCloseTo((2 * 0.4039727532995172) ** 2, 10);
    expect(marchenkoPasturMedian(1e-4)).toBeCloseTo(1, 3);
  });

  test.each([
    [{ symmetric: true }, { rows: 2, cols: 3, data: new Float64Array(6) }, TypeError],
    [{ method: "mode" as never }, { rows: 2, cols: 2, data: new Float64Array(4) }, TypeError],
    [{ rank: 2 }, { rows: 2, cols: 2, data: new Float64Array(4) }, RangeError],
    [{}, { rows: 1, cols: 2, data: new Float64Array(2) }, RangeError],
    [{}, { rows: 2, cols: 2, data: Float64Array.of(1, 2, 3, Number.NaN) }, RangeError],
  ])("bad input %#", (options, Y, Kind) => {
    expect(() => bulkVariance(Y, options)).toThrow(Kind);
  });
});

function known(mean: Float64Array): VectorEstimate {
  return { mean, variance: new Float64Array(mean.length) };
}

describe("noise variance of a channel by expectation maximisation", () => {
  const D = 0.7;

  test("with known factors it is the mean square of the noise, matrix and tensor", () => {
    const random = stream(5);
    const [N1, N2, N3] = [30, 20, 25];
    const [u, v, x] = [N1, N2, N3].map((N, a) => normals(N, random.split(a)));
    const Z = normals(N1 * N2 * N3, random.split("Z"));
    const data = Z.map((z, index) => {
      const [i, j, k] = [Math.floor(index / (N2 * N3)), Math.floor(index / N3) % N2, index % N3];
      return Math.sqrt(D) * z + (u![i]! * v![j]! * x![k]!) / N1;
    });
    const noise = (D * Z.reduce((sum, z) => sum + z * z, 0)) / Z.length;
    const estimates = [u!, v!, x!].map(known);
    expect(channelVariance({ data: { shape: [N1, N2, N3], data }, estimates, reference: N1 })).toBeCloseTo(
      noise,
      12,
    );
    const Y = rectangular(D, u!, v!, random.split("Y"));
    const estimate = channelVariance({ data: Y, estimates: [known(u!), known(v!)], reference: N1 });
    expect(Math.abs(estimate - D)).toBeLessThan(5 * D * Math.sqrt(2 / Y.data.length));
  });

  test("posterior variances count: E[(Y - spike)^2] by its definition", () => {
    const data = { rows: 1, cols: 2, data: Float64Array.of(0.5, -2) };
    const estimates = [
      { mean: Float64Array.of(1.2), variance: Float64Array.of(0.3) },
      { mean: Float64Array.of(0.4, -1), variance: Float64Array.of(0.1, 0.2) },
    ];
    const second = (1.2 ** 2 + 0.3) * (0.4 ** 2 + 0.1 + 1 + 0.2);
    const expected = (0.25 + 4 - 2 * (0.5 * 1.2 * 0.4 + 2 * 1.2) + second) / 2;
    expect(channelVariance({ data, estimates, reference: 1 })).toBeCloseTo(expected, 14);
  });

  test("symmetric observations of order 2 and 3, with a known vector, within five standard errors", () => {
    const N = 40;
    const x = normals(N, stream(1).split("x"));
    const Y = wigner(N, D, x, stream(2));
    const matrix = symmetricChannelVariance({ data: Y, estimate: known(x) });
    expect(Math.abs(matrix - D)).toBeLessThan(5 * D * Math.sqrt(2 / ((N * (N - 1)) / 2)));
    const tensor = symmetricChannelVariance({ data: symmetricTensor(N, D, x), estimate: known(x) });
    expect(Math.abs(tensor - D)).toBeLessThan(5 * D * Math.sqrt(2 / ((N * (N - 1) * (N - 2)) / 6)));
  });

  test("bad input is told by name", () => {
    const data = { rows: 2, cols: 2, data: new Float64Array(4) };
    const pair = known(new Float64Array(2));
    expect(() => channelVariance({ data, estimates: [pair], reference: 2 })).toThrow(
      "channelVariance: estimates must have the order of data = 2 entries, got 1",
    );
    expect(() =>
      channelVariance({ data, estimates: [pair, known(new Float64Array(3))], reference: 2 }),
    ).toThrow("channelVariance: estimates[1].mean must have the side of data = 2 entries, got 3");
    expect(() => symmetricChannelVariance({ data: { ...data, cols: 1 }, estimate: pair })).toThrow(TypeError);
    expect(() => channelVariance({ data, estimates: [pair, pair], reference: 0 })).toThrow(RangeError);
  });
});

/** sqrt(D) Z + sqrt(2) x (x) x (x) x/N on distinct indices, symmetric. */
function symmetricTensor(N: number, D: number, x: Float64Array) {
  const random = stream(3);
  const data = new Float64Array(N ** 3);
  for (let i = 0; i < N; i++)
    for (let j = 0; j < i; j++)
      for (let k = 0; k < j; k++) {
        const value = Math.sqrt(D) * random.normal() + (Math.SQRT2 * x[i]! * x[j]! * x[k]!) / N;
        for (const [a, b, c] of permutations(i, j, k)) data[(a * N + b) * N + c] = value;
      }
  return { shape: [N, N, N], data };
}

function permutations(i: number, j: number, k: number): [number, number, number][] {
  return [
    [i, j, k],
    [i, k, j],
    [j, i, k],
    [j, k, i],
    [k, i, j],
    [k, j, i],
  ];
}

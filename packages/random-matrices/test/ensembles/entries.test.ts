import { exponential, type Law, normal, rademacher, stream, uniform } from "@onsager/random";
import { describe, expect, test } from "vitest";
import {
  betaHermite,
  betaLaguerre,
  haarOrthogonal,
  rectangular,
  wigner,
  wishart,
} from "../../src/ensembles/index.ts";
import { discreteLaw } from "../../src/laws/discrete-law.ts";
import { dot } from "../helpers/overlap.ts";
import { expectMean } from "../helpers/statistics.ts";

/** Entries (i, j) with i < j, or i = j. */
function entries(data: Float64Array, n: number, diagonal: boolean): number[] {
  return [...data].filter((_, at) => {
    const [i, j] = [Math.floor(at / n), at % n];
    return diagonal ? i === j : i < j;
  });
}

describe("wigner", () => {
  test.each([
    ["normal", normal],
    ["uniform", uniform],
    ["exponential", exponential],
    ["rademacher", rademacher],
  ] as [string, Law][])(
    "has entries of mean 0 and variance sigma^2/n, twice that on the diagonal: %s",
    (_, law) => {
      const n = 150;
      const { data } = wigner({ variance: 1.7, entries: law }).sample(n, stream(1));
      const above = entries(data, n, false).map((value) => value * Math.sqrt(n / 1.7));
      const diagonal = entries(data, n, true).map((value) => value * Math.sqrt(n / 3.4));
      for (const values of [above, diagonal]) {
        expectMean(values, 0);
        if (law === rademacher)
          expect(Math.max(...values.map((value) => Math.abs(Math.abs(value) - 1)))).toBeLessThan(1e-13);
        else
          expectMean(
            values.map((value) => value * value),
            1,
          );
      }
      if (law === normal)
        expectMean(
          above.map((value) => value ** 4),
          3,
        );
    },
  );

  test("takes the stream's values row after row, each from the diagonal on", () => {
    const { data } = wigner().sample(3, stream(2));
    const z = new Float64Array(6);
    stream(2).fillNormal(z);
    const scaled = Float64Array.of(
      Math.SQRT2 * z[0]!,
      z[1]!,
      z[2]!,
      Math.SQRT2 * z[3]!,
      z[4]!,
      Math.SQRT2 * z[5]!,
    );
    const [a, b, c, d, e, f] = scaled.map((value) => value / Math.sqrt(3));
    for (const [at, value] of [a, b, c, b, d, e, c, e, f].entries()) expect(data[at]).toBeCloseTo(value!, 14);
  });

  test("may have a diagonal of zeros", () => {
    const { data } = wigner({ diagonal: 0 }).sample(4, stream(3));
    for (const value of entries(data, 4, true)) expect(Math.abs(value)).toBe(0);
  });

  test.each([
    [{ variance: 0 }, /^wigner: variance must be a positive finite number, got 0$/],
    [{ diagonal: -1 }, /^wigner: diagonal must be finite and at least 0, got -1$/],
    [
      { entries: { ...normal, variance: 0 } },
      /^wigner: entries.variance must be a positive finite number, got 0$/,
    ],
    [
      { entries: null as never },
      /^wigner: entries.variance must be a positive finite number, got undefined$/,
    ],
  ])("rejects %o", (options, message) => {
    expect(() => wigner(options)).toThrow(message);
  });
});

describe("rectangular", () => {
  test("takes the stream's values row after row, of variance sigma^2/N1", () => {
    const M = rectangular({ ratio: 1.5, variance: 4 }).sample(4, stream(4));
    const z = new Float64Array(24);
    stream(4).fillNormal(z);
    expect([M.rows, M.cols]).toEqual([4, 6]);
    for (const [at, value] of z.entries()) expect(M.data[at]).toBeCloseTo(value, 14);
  });

  test("has squared singular values, with the zeros of more columns than rows", () => {
    const ensemble = rectangular({ ratio: 2 });
    const values = ensemble.spectrum({ rows: 2, cols: 4, data: Float64Array.of(3, 0, 0, 0, 0, 0, 2, 0) });
    expect([...values].sort()).toEqual([0, 0, 4, 9]);
  });

  test.each([
    [undefined, /^rectangular: options must be an object, got undefined$/],
    [{ ratio: Infinity }, /^rectangular: ratio must be a positive finite number, got Infinity$/],
    [{ ratio: 1, variance: Number.NaN }, /^rectangular: variance must be a positive finite number, got NaN$/],
  ])("rejects %o", (options, message) => {
    expect(() => rectangular(options as never)).toThrow(message);
  });
});

describe("wishart", () => {
  test("has independent columns with the population's variances, the spikes first", () => {
    const population = discreteLaw({ points: [1, 4] });
    const S = wishart({ ratio: 0.05, population, spikes: [9] }).sample(10, stream(5));
    const variances = [9, 1, 1, 1, 1, 4, 4, 4, 4, 4];
    // S_ii is t_i chi^2_n/n, S_ij a mean of n products of variance t_i t_j; n = 200.
    const scaled = [...S.data].map((value, at) => {
      const [i, j] = [Math.floor(at / 10), at % 10];
      const size = Math.sqrt(variances[i]! * variances[j]!);
      return i === j ? (value / size - 1) * Math.sqrt(100) : (value / size) * Math.sqrt(200);
    });
    for (const value of scaled) expect(Math.abs(value)).toBeLessThan(5);
    expectMean(
      scaled.map((value) => value * value),
      1,
    );
  });

  test("of one sample has rank one", () => {
    const ensemble = wishart({ ratio: 3 });
    const values = ensemble.spectrum(ensemble.sample(3, stream(6)));
    expect(values[1]!).toBeCloseTo(0, 14);
    expect(values[2]!).toBeGreaterThan(0);
  });

  test.each([
    [undefined, /^wishart: options must be an object, got undefined$/],
    [{ ratio: 0 }, /^wishart: ratio must be a positive finite number, got 0$/],
    [{ ratio: 1, spikes: [2, -1] }, /^wishart: spikes\[1\] must be at least 0, got -1$/],
    [{ ratio: 1, population: {} }, /^wishart: population must be a spectral law, got Object$/],
  ])("rejects %o", (options, message) => {
    expect(() => wishart(options as never)).toThrow(message);
  });

  test("rejects more spikes than dimensions", () => {
    expect(() => wishart({ ratio: 1, spikes: [2, 3] }).sample(1, stream(1))).toThrow(
      /^wishart: spikes.length must be an integer from 0 to 1, got 2$/,
    );
  });
});

describe("haarOrthogonal", () => {
  test("has entries of Haar's moments, also on and next to the diagonal that the sign of R touches", () => {
    const n = 6;
    const samples = Array.from(
      { length: 2000 },
      (_, seed) => haarOrthogonal().sample(n, stream(7).split(seed)).data,
    );
    // E Q_ij = 0, E Q_ij^2 = 1/n, E Q_ij^4 = 3/(n(n + 2)), E tr Q = 0, E (tr Q)^2 = 1.
    for (const at of [0, 1, 7, 35]) {
      expectMean(
        samples.map((Q) => Q[at]!),
        0,
      );
      expectMean(
        samples.map((Q) => Q[at]! ** 2),
        1 / n,
      );
      expectMean(
        samples.map((Q) => Q[at]! ** 4),
        3 / (n * (n + 2)),
      );
    }
    const traces = samples.map((Q) =>
      dot(
        [0, 7, 14, 21, 28, 35].map((at) => Q[at]!),
        [1, 1, 1, 1, 1, 1],
      ),
    );
    expectMean(traces, 0);
    expectMean(
      traces.map((trace) => trace ** 2),
      1,
    );
  });

  test("has either determinant", () => {
    const signs = Array.from({ length: 200 }, (_, seed) => {
      const [a, b, c, d] = haarOrthogonal().sample(2, stream(8).split(seed)).data;
      return Math.sign(a! * d! - b! * c!);
    });
    expectMean(signs, 0);
  });
});

describe("tridiagonal ensembles", () => {
  test("betaHermite has the moments of its entries: sigma^2 2/(beta n) and sigma^2 (n - k)/n", () => {
    const ensemble = betaHermite({ beta: 4, variance: 3 });
    const samples = Array.from({ length: 1000 }, (_, seed) => ensemble.sample(5, stream(9).split(seed)));
    for (let k = 0; k < 5; k++)
      expectMean(
        samples.map((T) => T.diagonal[k]! ** 2),
        3 * (2 / (4 * 5)),
      );
    for (let k = 1; k < 5; k++)
      expectMean(
        samples.map((T) => T.offDiagonal[k - 1]! ** 2),
        (3 * (5 - k)) / 5,
      );
  });

  test.each([
    [1, "GOE"],
    [2, "GUE"],
  ])("betaHermite at beta = %s has the second and fourth moment of the %s at n = 6", (beta) => {
    // E tr T^2/n = 1 + (2/beta - 1)/n and, for the GUE, E tr T^4/n = 2 + 1/n^2; for the GOE 2 + 5/n + 5/n^2.
    const n = 6;
    const ensemble = betaHermite({ beta });
    const spectra = Array.from({ length: 2000 }, (_, seed) =>
      ensemble.spectrum(ensemble.sample(n, stream(10).split(seed))),
    );
    const moment = (k: number) =>
      spectra.map((values) => values.reduce((sum, value) => sum + value ** k, 0) / n);
    expectMean(moment(2), 1 + (2 / beta - 1) / n);
    expectMean(moment(4), beta === 2 ? 2 + 1 / n ** 2 : 2 + 5 / n + 5 / n ** 2);
  });

  test.each([
    [() => betaHermite({ beta: 0 }), /^betaHermite: beta must be a positive finite number, got 0$/],
    [
      () => betaHermite({ variance: Infinity }),
      /^betaHermite: variance must be a positive finite number, got Inf/,
    ],
    [() => betaLaguerre(undefined as never), /^betaLaguerre: options must be an object, got undefined$/],
    [() => betaLaguerre({ ratio: 1.5 }), /^betaLaguerre: ratio must be in \(0, 1\], got 1.5$/],
    [() => betaLaguerre({ ratio: Number.NaN }), /^betaLaguerre: ratio must be in \(0, 1\], got NaN$/],
    [
      () => betaLaguerre({ ratio: 1, beta: -2 }),
      /^betaLaguerre: beta must be a positive finite number, got -2$/,
    ],
  ])("%s throws", (call, message) => {
    expect(call).toThrow(message);
  });

  test("have one entry and no off-diagonal at n = 1", () => {
    const { diagonal, offDiagonal } = betaLaguerre({ ratio: 1 }).sample(1, stream(11));
    expect([diagonal.length, offDiagonal.length]).toEqual([1, 0]);
    expect(diagonal[0]).toBeGreaterThan(0);
  });
});

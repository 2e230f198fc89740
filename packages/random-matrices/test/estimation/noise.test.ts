import { type Matrix, svd } from "@onsager/linalg";
import { stream } from "@onsager/random";
import { describe, expect, test } from "vitest";
import { rectangular } from "../../src/ensembles/rectangular.ts";
import { type CovarianceSpectrum, covarianceSpectrum } from "../../src/estimation/covariance-spectrum.ts";
import { fitMarchenkoPastur } from "../../src/estimation/fit-marchenko-pastur.ts";
import { significantComponents } from "../../src/estimation/significant-components.ts";
import { expectCoverage, nullPValues } from "../helpers/null-p-values.ts";
import { expectMean } from "../helpers/statistics.ts";

/** n x d data of noise variance 2.5, the first coordinates with the given variances. */
function data(n: number, d: number, seed: number, spikes: readonly number[] = []): Matrix {
  const X = rectangular({ ratio: d / n, variance: 2.5 * n }).sample(n, stream(1).split(seed));
  for (const [k, spike] of spikes.entries())
    for (let i = 0; i < n; i++) X.data[i * d + k]! *= Math.sqrt(spike / 2.5);
  return X;
}

function spectra(n: number, d: number, count: number, spikes?: readonly number[]): CovarianceSpectrum[] {
  return Array.from({ length: count }, (_, seed) => covarianceSpectrum(data(n, d, seed, spikes)));
}

describe("covarianceSpectrum", () => {
  test.each([
    [7, 4],
    [4, 7],
  ])("has the min(n, d) eigenvalues of X^T X/n in decreasing order, %s x %s", (n, d) => {
    const X = data(n, d, 1);
    const { eigenvalues, samples, dimension } = covarianceSpectrum(X);
    expect([samples, dimension]).toEqual([n, d]);
    const { values } = svd(X);
    expect(eigenvalues.length).toBe(4);
    for (const [i, value] of values.entries()) expect(eigenvalues[i]!).toBeCloseTo(value ** 2 / n, 11);
  });

  test("rejects what is no matrix of numbers", () => {
    expect(() => covarianceSpectrum(undefined as never)).toThrow(
      /^covarianceSpectrum: X.data must be an array of numbers, got undefined$/,
    );
    expect(() => covarianceSpectrum({ rows: 1, cols: 1, data: Float64Array.of(Number.NaN) })).toThrow(
      /^covarianceSpectrum: X.data\[0\] must be a finite number, got NaN$/,
    );
  });
});

describe("fitMarchenkoPastur", () => {
  test.each([
    [300, 100],
    [100, 100],
    [60, 150],
  ])("finds the variance of the noise in %s samples of dimension %s", (n, d) => {
    const fits = spectra(n, d, 10).map((spectrum) => fitMarchenkoPastur(spectrum));
    expectMean(
      fits.map(({ variance }) => variance),
      2.5,
    );
    for (const { ratio, law, distance, variance } of fits) {
      expect(ratio).toBe(d / n);
      expect(law.support[0]![1]).toBeCloseTo(variance * (1 + Math.sqrt(d / n)) ** 2, 12);
      expect(distance).toBeLessThan(Math.log(d) / d);
    }
  });

  test("is hardly moved by spikes, and not at all by those that are left out", () => {
    const spiked = spectra(300, 100, 10, [40, 60, 80]);
    for (const spectrum of spiked) {
      const mean = spectrum.eigenvalues.reduce((sum, value) => sum + value, 0) / 100;
      expect(mean).toBeGreaterThan(1.6 * 2.5);
      expect(Math.abs(fitMarchenkoPastur(spectrum).variance / 2.5 - 1)).toBeLessThan(0.08);
    }
    // Three directions less of noise, in the space of samples as in that of coordinates.
    const fits = spiked.map((spectrum) => fitMarchenkoPastur(spectrum, { spikes: 3 }));
    expectMean(
      fits.map(({ variance }) => variance),
      2.5,
    );
    for (const { ratio } of fits) expect(ratio).toBe(97 / 297);
  });

  test("is far from noise that is not white", () => {
    const X = data(300, 100, 3, Array(50).fill(10));
    expect(fitMarchenkoPastur(covarianceSpectrum(X)).distance).toBeGreaterThan(0.15);
  });

  const spectrum = { eigenvalues: Float64Array.of(3, 2), samples: 2, dimension: 5 };
  test.each([
    [undefined, {}, /^fitMarchenkoPastur: spectrum.eigenvalues must be an array of numbers, got undefined$/],
    [
      { ...spectrum, samples: 3 },
      {},
      /: spectrum.eigenvalues must have min\(samples, dimension\) = 3 entries, got 2$/,
    ],
    [
      { ...spectrum, eigenvalues: Float64Array.of(2, 3) },
      {},
      /: spectrum.eigenvalues must decrease, got "2 before 3"$/,
    ],
    [
      { ...spectrum, eigenvalues: Float64Array.of(2, -1) },
      {},
      /: spectrum.eigenvalues\[1\] must be at least 0, got -1$/,
    ],
    [{ ...spectrum, dimension: 0 }, {}, /: spectrum.dimension must be an integer from 1 /],
    [
      { ...spectrum, eigenvalues: Float64Array.of(0, 0) },
      {},
      /be positive in the middle of the spectrum, got 0$/,
    ],
    [spectrum, { spikes: 2 }, /: spikes must be an integer from 0 to 1, got 2$/],
  ])("rejects %o, %o", (bad, options, message) => {
    expect(() => fitMarchenkoPastur(bad as never, options)).toThrow(message);
  });
});

/** The spectrum of n samples in dimension d, noise variance 1, the first coordinates with the given variances. */
function spectrumOf(n: number, d: number, spikes: readonly number[], seed: number) {
  const X = rectangular({ ratio: d / n, variance: n }).sample(n, stream(1).split(seed));
  for (const [k, spike] of spikes.entries())
    for (let i = 0; i < n; i++) X.data[i * d + k]! *= Math.sqrt(spike);
  return covarianceSpectrum(X);
}

describe("significantComponents", () => {
  test.each([
    ["fitted", undefined],
    ["known", 1],
  ])("reads three planted components right over ten seeds, the variance of the noise %s", (_, variance) => {
    for (let seed = 0; seed < 10; seed++) {
      const spectrum = spectrumOf(300, 75, [4, 6, 9], seed);
      const { count, tested } = significantComponents(spectrum, {
        level: 0.001,
        ...(variance && { variance }),
      });
      expect(count).toBe(3);
      expect(tested.length).toBe(4);
      expect(tested.map(({ eigenvalue }) => eigenvalue)).toEqual([...spectrum.eigenvalues.subarray(0, 4)]);
      for (const { pValue } of tested.slice(0, 3)) expect(pValue).toBeLessThan(0.001);
      expect(tested[3]!.pValue).toBeGreaterThan(0.001);
      if (variance === undefined) expect(tested[3]!.variance).toBeCloseTo(1, 1);
    }
  });

  test("reads them with fewer samples than dimensions, too", () => {
    for (let seed = 0; seed < 8; seed++)
      expect(significantComponents(spectrumOf(100, 200, [9, 12, 16], seed), { level: 0.001 }).count).toBe(3);
  });

  test("finds none below the threshold 1 + sqrt(d/n)", () => {
    for (let seed = 0; seed < 8; seed++)
      expect(significantComponents(spectrumOf(300, 75, [1.2], seed), { level: 0.001 }).count).toBe(0);
  });

  test("its p-values are uniform under noise of known variance", () => {
    expectCoverage(nullPValues(40, 400, 1));
  });

  test("may find every component, where the noise is said to be small", () => {
    const { count, tested } = significantComponents(spectrumOf(20, 4, [], 1), { variance: 1e-6 });
    expect(count).toBe(4);
    expect(tested.length).toBe(4);
  });

  test("does not depend on the unit of the data", () => {
    const spectrum = spectrumOf(80, 20, [6], 1);
    const scaled = { ...spectrum, eigenvalues: spectrum.eigenvalues.map((value) => 49 * value) };
    const [one, other] = [significantComponents(spectrum), significantComponents(scaled)];
    expect(other.count).toBe(one.count);
    for (const [k, { statistic }] of one.tested.entries())
      expect(other.tested[k]!.statistic).toBeCloseTo(statistic, 9);
  });

  test.each([
    [{ level: 0 }, /^significantComponents: level must be in \(0, 1\), got 0$/],
    [{ level: Number.NaN }, /^significantComponents: level must be in \(0, 1\), got NaN$/],
    [{ variance: -1 }, /^significantComponents: variance must be a positive finite number, got -1$/],
  ])("rejects %o", (options, message) => {
    expect(() => significantComponents(spectrumOf(10, 5, [], 1), options)).toThrow(message);
  });

  test("rejects a spectrum that does not fit its sizes", () => {
    expect(() =>
      significantComponents({ eigenvalues: Float64Array.of(1), samples: 2, dimension: 2 }),
    ).toThrow(
      /^significantComponents: spectrum.eigenvalues must have min\(samples, dimension\) = 2 entries, got 1$/,
    );
  });
});

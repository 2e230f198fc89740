import { stream } from "@onsager/random";
import { describe, expect, test } from "vitest";
import { rectangular } from "../../src/ensembles/rectangular.ts";
import { covarianceSpectrum } from "../../src/estimation/covariance-spectrum.ts";
import { significantComponents } from "../../src/estimation/significant-components.ts";
import { expectCoverage, nullPValues } from "../helpers/null-p-values.ts";

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
    expectCoverage(nullPValues(40, 600, 1));
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

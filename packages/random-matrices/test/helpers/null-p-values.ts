import { stream } from "@onsager/random";
import { expect } from "vitest";
import { betaLaguerre } from "../../src/ensembles/beta-laguerre.ts";
import { significantComponents } from "../../src/estimation/significant-components.ts";

/** p-values of the largest eigenvalue of white noise, tridiagonal samples of n = 2 d. */
export function nullPValues(d: number, count: number, variance?: number): number[] {
  const ensemble = betaLaguerre({ ratio: 0.5 });
  return Array.from({ length: count }, (_, seed) => {
    const values = ensemble.spectrum(ensemble.sample(d, stream(2).split(seed)));
    const spectrum = { eigenvalues: values.toSorted().reverse(), samples: 2 * d, dimension: d };
    return significantComponents(spectrum, { level: 1e-12, ...(variance && { variance }) }).tested[0]!.pValue;
  });
}

/** Expects the part of p-values up to each level to be the level, within five standard errors of a binomial. */
export function expectCoverage(pValues: readonly number[]): void {
  for (const level of [0.01, 0.05, 0.2, 0.5]) {
    const part = pValues.filter((p) => p <= level).length / pValues.length;
    const error = Math.sqrt((level * (1 - level)) / pValues.length);
    expect(Math.abs(part - level), `${part} of p-values up to ${level}`).toBeLessThan(5 * error);
  }
}

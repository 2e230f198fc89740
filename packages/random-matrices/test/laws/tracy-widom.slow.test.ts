import { tridiagonalEigenvalues } from "@onsager/linalg";
import { stream } from "@onsager/random";
import { describe, expect, test } from "vitest";
import { betaHermite, kolmogorovDistance, tracyWidom, wigner } from "../../src/index.ts";
import { describeLaw } from "../helpers/law-suite.ts";

/** sqrt(n) times Kolmogorov's distance exceeds this with probability 2 exp(-2 x^2) = 6e-7. */
const kolmogorovBound = 2.74;

/** n^{2/3} (x - 2) of the largest eigenvalue x: that of a corner, as the eigenvector is negligible beyond 10 n^{1/3} entries. */
function scaledTop(beta: number, n: number, replicate: number): number {
  const { diagonal, offDiagonal } = betaHermite({ beta }).sample(
    n,
    stream(7).split(`${beta}`).split(replicate),
  );
  const corner = Math.ceil(10 * Math.cbrt(n));
  const { values } = tridiagonalEigenvalues(diagonal.slice(0, corner), offDiagonal.slice(0, corner - 1));
  return n ** (2 / 3) * (values.at(-1)! - 2);
}

describe.each([1, 2, 4] as const)(
  "the largest eigenvalue of the beta-Hermite ensemble, beta = %i",
  (beta) => {
    test("has the law (that of beta = 4 divided by 2^{1/6}): n = 3000, within Kolmogorov's bound", () => {
      const law = tracyWidom({ beta });
      const unit = beta === 4 ? 2 ** (1 / 6) : 1;
      const replicates = 2000;
      const values = Array.from({ length: replicates }, (_, i) => unit * scaledTop(beta, 3000, i));
      expect(kolmogorovDistance(values, law) * Math.sqrt(replicates)).toBeLessThan(kolmogorovBound);
      // The convention is told apart: in the other one the distance is far beyond the bound.
      const other = values.map((x) => x * (beta === 4 ? 2 ** (-1 / 6) : 2 ** (1 / 6)));
      expect(kolmogorovDistance(other, law) * Math.sqrt(replicates)).toBeGreaterThan(kolmogorovBound);
    });
  },
);

test("the largest eigenvalue of dense GOE matrices has the law of beta = 1: n = 150, within Kolmogorov's bound", () => {
  const [n, replicates] = [150, 1000];
  const { sample, spectrum } = wigner();
  const values = Array.from({ length: replicates }, (_, i) => {
    const eigenvalues = spectrum(sample(n, stream(8).split("goe").split(i)));
    return n ** (2 / 3) * (Math.max(...eigenvalues) - 2);
  });
  expect(kolmogorovDistance(values, tracyWidom()) * Math.sqrt(replicates)).toBeLessThan(kolmogorovBound);
});

for (const beta of [2, 4] as const) describeLaw(`Tracy-Widom, beta = ${beta}`, tracyWidom({ beta }));

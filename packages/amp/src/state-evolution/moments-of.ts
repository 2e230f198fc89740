import type { Denoiser, Moments } from "../denoiser.ts";
import type { Prior } from "../prior.ts";

/**
 * m = E[eta w*] and q = E[eta^2] over w* from `truth`, B = signal w* + sqrt(noise) z and eta = eta(noise, B). Where the denoiser is
 * the truth's posterior mean and signal = noise, both are the prior's overlap (Nishimori).
 */
export function momentsOf(truth: Prior, denoiser: Denoiser, signal: number, noise: number): Moments {
  if (denoiser === truth && signal === noise) {
    // Without information nothing but the mean is known: exactly, so that zero is a fixed point.
    const overlap = noise === 0 ? truth.mean ** 2 : truth.overlap(noise);
    return { overlap, meanSquare: overlap };
  }
  if (denoiser.moments !== undefined) return denoiser.moments(truth, signal, noise);
  const estimate = estimateOf(denoiser, noise);
  return {
    overlap: truth.fieldExpectation(signal, noise, (B, { mean }) => mean * estimate(B)),
    meanSquare: truth.fieldExpectation(signal, noise, (B) => estimate(B) ** 2),
  };
}

/** B -> eta(A, B) of one coordinate. */
function estimateOf(denoiser: Denoiser, A: number): (B: number) => number {
  const field = new Float64Array(1);
  const mean = new Float64Array(1);
  const variance = new Float64Array(1);
  return (B) => {
    field[0] = B;
    denoiser.denoiseAll(A, field, mean, variance);
    return mean[0]!;
  };
}

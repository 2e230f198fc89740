import type { Denoiser } from "../denoiser.ts";
import type { Prior } from "../prior.ts";
import { stateMoments } from "../state-moments.ts";

/**
 * m = E[eta w*] and q = E[eta^2] over w* from `truth`, B = signal w* + sqrt(noise) z and eta = eta(noise, B). Where the denoiser is
 * the truth's posterior mean and signal = noise, both are the prior's overlap (Nishimori).
 */
export function momentsOf(
  truth: Prior,
  denoiser: Denoiser,
  signal: number,
  noise: number,
): { readonly overlap: number; readonly meanSquare: number } {
  if (denoiser !== truth || signal !== noise) return stateMoments(truth, denoiser, { signal, noise });
  // Without information nothing but the mean is known: exactly, so that zero is a fixed point.
  const overlap = noise === 0 ? truth.mean ** 2 : truth.overlap(noise);
  return { overlap, meanSquare: overlap };
}

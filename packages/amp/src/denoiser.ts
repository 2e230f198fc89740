import type { Prior } from "./prior.ts";

/** What an estimate eta shares with the truth w*. */
export interface Moments {
  /** m = E[eta w*]. */
  readonly overlap: number;
  /** q = E[eta^2]. */
  readonly meanSquare: number;
}

/**
 * An estimate of w from the effective scalar channel B = A w* + sqrt(A) z: a coordinate's field B and the precision A, which is
 * common to all coordinates. Posterior means are priors; others, soft threshold and spherical maximum likelihood, are in
 * `denoisers/`.
 */
export interface Denoiser {
  /** In kebab case. */
  readonly name: string;
  /**
   * Writes the estimate of every coordinate, and its derivative by B: for a posterior mean the posterior variance.
   *
   * @param A - the precision, >= 0
   * @param B - the fields; finite
   * @param mean - gets the estimates; may be B itself
   * @param variance - gets the derivatives
   */
  denoiseAll(A: number, B: Float64Array, mean: Float64Array, variance: Float64Array): void;
  /**
   * The moments of the estimate over w* from `truth` and B = signal w* + sqrt(noise) z, with A = noise. Left out where the estimate
   * of a coordinate depends on its own field alone: then `truth.expectation` gives them. Spherical maximum likelihood, which
   * normalises the whole vector, has them; so may denoisers with closed forms.
   *
   * @param truth - the law of w*
   * @param signal - any finite number
   * @param noise - >= 0
   */
  moments?(truth: Prior, signal: number, noise: number): Moments;
}

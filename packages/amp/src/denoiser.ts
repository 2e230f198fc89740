import type { Prior } from "./prior.ts";

/** What an estimate eta shares with the truth w*. */
export interface Moments {
  /** m = E[eta w*]. */
  readonly overlap: number;
  /** q = E[eta^2]. */
  readonly meanSquare: number;
  /** E[d eta/dB]. */
  readonly derivative: number;
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
   * Writes the estimate of every coordinate, and its derivative by B: for a posterior mean the posterior variance. A NaN among the
   * fields gives a NaN.
   *
   * @param A - the precision, finite and >= 0
   * @param B - the fields
   * @param mean - gets the estimates; may be B itself
   * @param variance - gets the derivatives
   */
  denoiseAll(A: number, B: Float64Array, mean: Float64Array, variance: Float64Array): void;
  /** The fields at which the estimate or its derivative jumps; left out where there are none. */
  kinks?(A: number): readonly number[];
  /**
   * The moments of the estimate over w* from `truth` and B = signal w* + sqrt(noise) z. Left out where the estimate of a coordinate
   * depends on its own field alone: then `stateMoments` finds them by quadrature. Spherical maximum likelihood, which normalises the
   * whole vector, has them.
   *
   * @param truth - the law of w*
   * @param signal - any finite number
   * @param noise - >= 0
   */
  moments?(truth: Prior, signal: number, noise: number): Moments;
}

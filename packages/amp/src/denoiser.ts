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
}

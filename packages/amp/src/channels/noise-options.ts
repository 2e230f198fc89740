/** Options of channels with Gaussian noise on z. */
export interface NoiseOptions {
  /** Variance D of the noise sqrt(D) xi that is added to z; default 0. */
  readonly variance?: number;
}

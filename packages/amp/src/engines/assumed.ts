import type { Denoiser } from "../denoiser.ts";

/** What a sweep takes for true: as given in a plain run, learnt on the way in others. */
export interface Assumed {
  /** That of each factor. */
  readonly denoisers: readonly Denoiser[];
  /** D of each channel. */
  readonly variances: readonly number[];
}

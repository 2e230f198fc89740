import { requireOptions } from "../argument-checks.ts";
import { requireVariance } from "../require-parameters.ts";
import type { SpikeOptions } from "../sampling/spike-options.ts";
import { type SymmetricEnsemble, symmetricEnsemble } from "../sampling/symmetric-ensemble.ts";

/** Options of `spikedWigner`. */
export interface SpikedWignerOptions extends SpikeOptions {
  /** D, from 1e-100 to 1e100. */
  readonly variance: number;
}

/**
 * The spiked Wigner model Y_ij = sqrt(D) Z_ij + x_i x_j/sqrt(N) for i < j, symmetric with a diagonal of zeros. For coordinates of unit
 * variance the spike can be recovered for D < 1; `wignerOutlier({ variance: D })` has the top eigenvalue of Y/sqrt(N).
 *
 * Draws x, then Z row after row above the diagonal.
 *
 * @param options - `variance` D > 0; `prior` of x (default standard normal), `rescale` (default true), `precision` (default "f64")
 * @throws RangeError if the variance is out of range; TypeError for options of a wrong kind
 *
 * @example
 * const { channels, truth } = spikedWigner({ variance: 0.5 }).sample(2000, stream(1));
 *
 * @see T. Lesieur, F. Krzakala, L. Zdeborova, Constrained low-rank matrix estimation (2017).
 */
export function spikedWigner(options: SpikedWignerOptions): SymmetricEnsemble {
  requireOptions("spikedWigner", options);
  const { variance } = options;
  requireVariance("spikedWigner", "variance", variance);
  return symmetricEnsemble("spiked-wigner", "spikedWigner", [{ order: 2, variance }], options);
}

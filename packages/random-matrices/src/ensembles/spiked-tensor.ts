import { requireInteger, requireOptions } from "../argument-checks.ts";
import { requireVariance } from "../require-parameters.ts";
import type { SpikeOptions } from "../sampling/spike-options.ts";
import { type SymmetricEnsemble, symmetricEnsemble } from "../sampling/symmetric-ensemble.ts";

/** Options of `spikedTensor`. */
export interface SpikedTensorOptions extends SpikeOptions {
  /** D, from 1e-100 to 1e100. */
  readonly variance: number;
  /** p, from 2 to 4; default 3. */
  readonly order?: number;
}

/**
 * The spiked symmetric tensor Y_{i1..ip} = sqrt(D) Z_{i1..ip} + sqrt((p-1)!) x_{i1} ... x_{ip}/N^{(p-1)/2} on distinct indices, a full
 * symmetric array that is zero where indices coincide. Order 3 takes 8 N^3 bytes in f64 and 4 N^3 in f32, order 4 N times that.
 *
 * Draws x, then Z for i1 < ... < ip in lexicographic order. The spectrum is that of Y/sqrt(N) contracted with (1, ..., 1)/sqrt(N) on
 * all slots but two: a semicircle of variance (p-2)! D.
 *
 * @param options - `variance` D > 0, `order` from 2 to 4 (default 3); `prior` of x (default standard normal), `rescale` (default true),
 *   `precision` (default "f64")
 * @throws RangeError if variance or order is out of range; TypeError for options of a wrong kind
 *
 * @example
 * const ensemble = spikedTensor({ variance: 0.2, precision: "f32" });
 * const { channels } = ensemble.sample(300, stream(1)); // 108 MB
 *
 * @see T. Lesieur et al., Statistical and computational phase transitions in spiked tensor estimation (2017).
 */
export function spikedTensor(options: SpikedTensorOptions): SymmetricEnsemble {
  requireOptions("spikedTensor", options);
  const { variance, order = 3 } = options;
  requireVariance("spikedTensor", "variance", variance);
  requireInteger("spikedTensor", "order", order, 2, 4);
  return symmetricEnsemble("spiked-tensor", "spikedTensor", [{ order, variance }], options);
}

import { requireInteger, requireOptions } from "../argument-checks.ts";
import { requireVariance } from "../require-parameters.ts";
import type { SpikeOptions } from "../sampling/spike-options.ts";
import { type SymmetricEnsemble, symmetricEnsemble } from "../sampling/symmetric-ensemble.ts";

/** Options of `mixed`. */
export interface MixedOptions extends SpikeOptions {
  /** D_2 > 0, of the matrix. */
  readonly matrixVariance: number;
  /** D_p > 0, of the tensor. */
  readonly tensorVariance: number;
  /** p, from 2 to 4; default 3. */
  readonly order?: number;
}

/**
 * The mixed 2+p model: one spiked Wigner matrix and one spiked symmetric tensor of order p, both of the same x. For odd p, x -> -x is
 * no symmetry.
 *
 * Draws x, then the noise of the matrix, then that of the tensor, each as `spikedWigner` and `spikedTensor` do.
 *
 * @param options - `matrixVariance` and `tensorVariance` > 0, `order` from 2 to 4 (default 3); `prior` of x (default standard
 *   normal), `rescale` (default true), `precision` (default "f64")
 * @throws RangeError if a variance or the order is out of range; TypeError for options of a wrong kind
 *
 * @see S. Sarao Mannelli et al., Marvels and pitfalls of the Langevin algorithm in noisy high-dimensional inference (2018).
 */
export function mixed(options: MixedOptions): SymmetricEnsemble {
  requireOptions("mixed", options);
  const { matrixVariance, tensorVariance, order = 3 } = options;
  requireVariance("mixed", "matrixVariance", matrixVariance);
  requireVariance("mixed", "tensorVariance", tensorVariance);
  requireInteger("mixed", "order", order, 2, 4);
  const channels = [
    { order: 2, variance: matrixVariance },
    { order, variance: tensorVariance },
  ];
  return symmetricEnsemble("mixed", "mixed", channels, options);
}

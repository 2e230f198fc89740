import { requireOptions, requirePositive } from "../argument-checks.ts";
import { atom } from "../parts/gaussian-part.ts";
import { mixture } from "../parts/mixture.ts";
import { pairPart } from "../parts/pair-part.ts";
import type { Prior } from "../prior.ts";
import { requireSparsity } from "./require-sparsity.ts";

/** Options of `sparseRademacher`. */
export interface SparseRademacherOptions {
  /** The fraction of coordinates that are not zero, in (0, 1]. */
  readonly rho: number;
  /** s > 0, the size of those; default 1/sqrt(rho), which gives unit variance. */
  readonly scale?: number;
}

/**
 * P = (1 - rho) delta_0 + (rho/2)(delta_{-s} + delta_{+s}). eta = s K sinh(sB)/(1 + K cosh(sB)), K = rho/(1 - rho) exp(-A s^2/2).
 *
 * @param options - `rho` in (0, 1]; `scale` s, positive and finite, default 1/sqrt(rho)
 * @throws RangeError or TypeError when an option is not as described
 */
export function sparseRademacher(options: SparseRademacherOptions): Prior {
  requireOptions("sparseRademacher", options);
  requireSparsity("sparseRademacher", options.rho);
  const { rho, scale = 1 / Math.sqrt(rho) } = options;
  requirePositive("sparseRademacher", "scale", scale);
  return mixture({
    name: "sparse-rademacher",
    components: [
      { weight: 1 - rho, part: atom(0) },
      { weight: rho, part: pairPart(scale) },
    ],
    parameters: { rho, scale },
    symmetric: true,
    // K cosh(sB) = -1 needs Im(sB) = pi where K <= 1.
    span: rho <= 1 / 2 ? scale : 2 * scale,
  });
}

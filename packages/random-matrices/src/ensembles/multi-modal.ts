import { rejectKind, requireOptions } from "../argument-checks.ts";
import { requireVariance } from "../require-parameters.ts";
import {
  type FactorOptions,
  type SharedFactorEnsemble,
  sharedFactorEnsemble,
} from "../sampling/shared-factor-ensemble.ts";

/** Options of `multiModal`. */
export interface MultiModalOptions extends FactorOptions {
  /** D_m > 0, of the matrix. */
  readonly matrixVariance: number;
  /** D_t > 0, of the tensor. */
  readonly tensorVariance: number;
  /** alpha_k = N_k/N_1 of the factors u (1), v, x, y; default 1 each. */
  readonly ratios?: {
    /** 1. */
    readonly u: number;
    /** N_2/N_1. */
    readonly v: number;
    /** N_3/N_1. */
    readonly x: number;
    /** N_4/N_1. */
    readonly y: number;
  };
}

/**
 * The multi-modal model of a matrix and a tensor that share the factor u: Ym_ij = sqrt(D_m) Z_ij + u_i v_j/sqrt(N_1), N_1 x N_2, and
 * Yt_ijk = sqrt(D_t) Z_ijk + u_i x_j y_k/N_1, N_1 x N_3 x N_4, with N_2, N_3, N_4 the sizes of v, x, y.
 *
 * Draws u, v, x, y, then the noise of the matrix, then that of the tensor, the last index fastest; the dimension of a sample is N_1.
 *
 * @param options - `matrixVariance` and `tensorVariance` > 0, `ratios` (default 1 each); `priors` (default standard normal), `rescale`
 *   (default true), `precision` (default "f64")
 * @throws RangeError if a variance or ratio is not positive and finite; TypeError for options of a wrong kind
 *
 * @example
 * const model = multiModal({ matrixVariance: 0.6, tensorVariance: 0.2 }).sample(200, stream(1));
 *
 * @see Tabanelli, Mergny, Zdeborova, Krzakala, arXiv 2506.02664 (2025).
 */
export function multiModal(options: MultiModalOptions): SharedFactorEnsemble {
  requireOptions("multiModal", options);
  const { matrixVariance, tensorVariance, ratios = { u: 1, v: 1, x: 1, y: 1 } } = options;
  if (typeof ratios !== "object" || ratios === null)
    rejectKind("multiModal", "ratios", "be an object { u, v, x, y }", ratios);
  const { u, v, x, y } = ratios;
  requireVariance("multiModal", "matrixVariance", matrixVariance);
  requireVariance("multiModal", "tensorVariance", tensorVariance);
  const channels = [
    { factors: ["u", "v"], variance: matrixVariance },
    { factors: ["u", "x", "y"], variance: tensorVariance },
  ];
  const model = { ...options, ratios: { u, v, x, y }, channels };
  return sharedFactorEnsemble("multi-modal", "multiModal", model);
}

import { requireFinite, requireFiniteArray, requireLength } from "./argument-checks.ts";
import { mirrorUpper } from "./backend/mirror.ts";
import { type BackendOptions, backendOf } from "./backend-options.ts";
import { requireFloats, requireMatrix } from "./check.ts";
import { emptyLike, requireSameKind } from "./gemm.ts";
import type { Floats, Matrix } from "./matrix.ts";
import { withinMemory } from "./within-memory.ts";

/** Options of `weightedGram`. */
export interface WeightedGramOptions<D extends Floats> extends BackendOptions {
  /** n weights of either sign, of the kind of X; 1 each by default. */
  readonly weights?: D;
  /** Factor of the sum, such as 1/n; default 1. */
  readonly alpha?: number;
}

/**
 * The weighted Gram matrix alpha X^T diag(w) X = alpha sum_i w_i x_i x_i^T of the rows x_i of X; it computes one triangle.
 *
 * @param X - n x d; f64 or f32
 * @param options - `weights` (n, of either sign; default 1), `alpha` (default 1), `backend`
 * @returns symmetric, d x d
 * @throws TypeError for shapes or kinds that do not fit; RangeError for NaN or infinite entries
 */
export function weightedGram<D extends Floats>(
  X: Matrix<D>,
  options: WeightedGramOptions<D> = {},
): Matrix<D> {
  const backend = backendOf("weightedGram", options);
  const { weights, alpha = 1 } = options;
  requireMatrix("weightedGram", "X", X);
  requireFinite("weightedGram", "alpha", alpha);
  const { rows: n, cols: d, data } = X;
  if (weights !== undefined) {
    requireFloats("weightedGram", "weights", weights);
    requireSameKind("weightedGram", "X and weights", data, weights);
    requireLength("weightedGram", "weights", weights.length, n, "X.rows");
    requireFiniteArray("weightedGram", "weights", weights);
  }
  const C = emptyLike(data, d, d);
  const A = { data, rowStride: 1, colStride: d };
  const B = { data, rowStride: d, colStride: 1 };
  const problem = { m: d, n: d, k: n, alpha, A, B, C: C.data, upper: true, ...(weights && { weights }) };
  withinMemory("weightedGram", () => backend.product(problem));
  mirrorUpper(d, C.data);
  return C;
}

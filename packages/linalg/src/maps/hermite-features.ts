import { requireInteger } from "../argument-checks.ts";
import { backend as defaultBackend } from "../backend/select.ts";
import type { BackendOptions } from "../backend-options.ts";
import { requireMatrix } from "../check.ts";
import { emptyLike } from "../gemm.ts";
import type { Floats, Matrix } from "../matrix.ts";
import { featureCount } from "./feature-count.ts";

/** Options of `hermiteFeatures`. */
export interface HermiteFeaturesOptions<D extends Floats> extends BackendOptions {
  /** Where to write, of the kind of the inputs; a new matrix by default. */
  readonly out?: Matrix<D>;
}

/**
 * The Hermite features of order 2 or 3 of every row x of a matrix: for each sorted multi-index the product, over its distinct indices
 * i, of h_m(x_i) with m the multiplicity of i; orthonormal under x ~ N(0, I). Order 2: (x_i^2 - 1)/sqrt(2) and x_i x_j. The columns
 * are those of `hermiteFeatures` of `@onsager/hermite`: multi-indices in lexicographic order.
 *
 * @param X - n x d inputs, f64 or f32
 * @param order - 2 or 3
 * @param options - `out`, `backend`
 * @returns `out`, n x C(d + order - 1, order), of the kind of X; f32 products are f32 products
 * @throws TypeError for empty matrices and an `out` of another kind or shape; RangeError for another order, NaN or infinite entries
 */
export function hermiteFeatures<D extends Floats>(
  X: Matrix<D>,
  order: 2 | 3,
  options: HermiteFeaturesOptions<D> = {},
): Matrix<D> {
  const { backend = defaultBackend() } = options;
  requireMatrix("hermiteFeatures", "X", X);
  requireInteger("hermiteFeatures", "order", order, 2, 3);
  const cols = featureCount(X.cols, order);
  const out = options.out ?? emptyLike(X.data, X.rows, cols);
  const fits = out.rows === X.rows && out.cols === cols && out.data?.length === X.rows * cols;
  if (!fits || out.data.constructor !== X.data.constructor)
    throw new TypeError(
      `hermiteFeatures: out must be ${X.rows} x ${cols} of the kind of X, got ${out.rows} x ${out.cols} in a ${out.data?.constructor.name}(${out.data?.length})`,
    );
  backend.hermiteFeatures(X, order, out);
  return out;
}

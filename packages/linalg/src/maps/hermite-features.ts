import { requireInteger } from "../argument-checks.ts";
import { type BackendOptions, backendOf } from "../backend-options.ts";
import { requireMatrix, shownShape, shownVector } from "../check.ts";
import { emptyLike } from "../gemm.ts";
import type { Floats, Matrix } from "../matrix.ts";
import { featureCount } from "./feature-count.ts";

/** Options of `hermiteFeatures`. */
export interface HermiteFeaturesOptions<D extends Floats> extends BackendOptions {
  /** Where to write, of the kind of the inputs; a new matrix by default. */
  readonly out?: Matrix<D>;
}

function requireOutput(out: Matrix<Floats>, { rows, data }: Matrix<Floats>, cols: number): void {
  const fits = out?.rows === rows && out.cols === cols && out.data?.length === rows * cols;
  if (fits && out.data.constructor === data.constructor) return;
  const got = `${shownShape(out)} of ${shownVector(out?.data)}`;
  throw new TypeError(`hermiteFeatures: out must be ${rows} x ${cols} of the kind of X, got ${got}`);
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
  const backend = backendOf("hermiteFeatures", options);
  requireMatrix("hermiteFeatures", "X", X);
  requireInteger("hermiteFeatures", "order", order, 2, 3);
  const cols = featureCount(X.cols, order);
  const { out = emptyLike(X.data, X.rows, cols) } = options;
  requireOutput(out, X, cols);
  backend.hermiteFeatures(X, order, out);
  return out;
}

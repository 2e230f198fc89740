import { allocate } from "./allocate.ts";
import { requireInteger, requireLength } from "./argument-checks.ts";
import { featureCount } from "./feature-count.ts";
import type { Matrix } from "./matrix.ts";
import { maximumFeatureOrder } from "./maximum-order.ts";
import { nextHermite } from "./next-hermite.ts";
import { requireMatrix } from "./require-matrix.ts";

type Floats = Float64Array | Float32Array;
/** Writes the features of the input that begins at `from` in `X` to `out`, from `to` on. */
type RowMap = (X: Floats, from: number, out: Floats, to: number) => void;

/**
 * The Hermite features of order k of every row x of a matrix: for each sorted multi-index the product, over its
 * distinct indices i, of h_m(x_i) with m the multiplicity of i. Orthonormal under x ~ N(0, I_d). For k = 2:
 * (x_i^2 - 1)/sqrt(2) and x_i x_j. The columns follow `multiIndices(d, k)`.
 *
 * @param X - n x d inputs, finite
 * @param order - k, an integer from 1 to `maximumFeatureOrder`
 * @param out - where to write, n x C(d + k - 1, k), of the kind of `X` and in other memory; a new matrix by default
 * @returns `out`; Float32Array inputs give a Float32Array, computed in double precision
 * @throws RangeError or TypeError when an argument is not as described, or the features do not fit in memory
 */
export function hermiteFeatures<D extends Float64Array | Float32Array>(
  X: Matrix<D>,
  order: number,
  out?: Matrix<D>,
): Matrix<D> {
  requireMatrix("hermiteFeatures", "X", X);
  requireInteger("hermiteFeatures", "order", order, 1, maximumFeatureOrder);
  const cols = featureCount(X.cols, order);
  const features = out ?? emptyFeatures(X, cols);
  requireOut(features, X, cols);
  const rowMap = order === 2 ? quadraticRow(X.cols) : tensorRow(X.cols, order);
  for (let row = 0; row < X.rows; row++) rowMap(X.data, row * X.cols, features.data, row * features.cols);
  return features;
}

function emptyFeatures<D extends Floats>({ rows, data }: Matrix<D>, cols: number): Matrix<D> {
  const make = data instanceof Float32Array ? Float32Array : Float64Array;
  return { rows, cols, data: allocate<Floats>("hermiteFeatures", make, rows * cols) as D };
}

function requireOut(out: Matrix<Floats>, X: Matrix<Floats>, cols: number): void {
  requireLength("hermiteFeatures", "out.data", out.data?.length, X.rows * cols, "rows * features");
  if (out.data.buffer === X.data.buffer)
    throw new TypeError("hermiteFeatures: out.data must not share memory with X.data, got one buffer");
  if (out.rows === X.rows && out.cols === cols && out.data.constructor === X.data.constructor) return;
  const got = `${out.rows} x ${out.cols} of another kind or shape`;
  throw new TypeError(`hermiteFeatures: out must be ${X.rows} x ${cols} of the kind of X, got ${got}`);
}

function quadraticRow(dimension: number): RowMap {
  return (X, from, out, to) => {
    const end = from + dimension;
    for (let i = from; i < end; i++) {
      const x = X[i]!;
      out[to++] = (x * x - 1) * Math.SQRT1_2;
      for (let j = i + 1; j < end; j++) out[to++] = x * X[j]!;
    }
  };
}

/** Tabulates h_m(x_i), then walks the multi-indices in order, one distinct index after the other. */
function tensorRow(dimension: number, order: number): RowMap {
  const table = new Float64Array((order + 1) * dimension);
  return (X, from, out, to) => {
    tabulate(table, X, from, dimension, order);
    const emit = (start: number, remaining: number, product: number): void => {
      if (remaining === 1) {
        for (let i = start; i < dimension; i++) out[to++] = product * table[dimension + i]!;
        return;
      }
      for (let i = start; i < dimension; i++) {
        out[to++] = product * table[remaining * dimension + i]!;
        for (let m = remaining - 1; m > 0; m--)
          emit(i + 1, remaining - m, product * table[m * dimension + i]!);
      }
    };
    emit(0, order, 1);
  };
}

function tabulate(table: Float64Array, X: Floats, from: number, dimension: number, order: number): void {
  for (let i = 0; i < dimension; i++) {
    table[i] = 1;
    table[dimension + i] = X[from + i]!;
    for (let m = 1; m < order; m++) {
      const at = m * dimension + i;
      table[at + dimension] = nextHermite(m, X[from + i]!, table[at]!, table[at - dimension]!);
    }
  }
}

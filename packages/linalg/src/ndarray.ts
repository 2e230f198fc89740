import { reject, rejectKind, requireInteger } from "./argument-checks.ts";
import { requireFiniteEntries, requireMatrix, requireSize } from "./check.ts";
import type { Floats, Matrix } from "./matrix.ts";

/** The fields of a multi-dimensional array of stdlib, which other libraries share; entry (i, j) is data[offset + i s_0 + j s_1]. */
export interface NdarrayLike<D extends ArrayLike<number> = ArrayLike<number>> {
  /** Where the entries are. */
  readonly data: D;
  /** Sizes. */
  readonly shape: ArrayLike<number>;
  /** Steps in entries, one a dimension, of either sign. */
  readonly strides: ArrayLike<number>;
  /** Index of the first entry; default 0. */
  readonly offset?: number;
  /** `row-major` or `column-major`; not read, the strides say it. */
  readonly order?: string;
}

/** A matrix with the fields of stdlib's ndarrays: the arguments of `ndarray(dtype, data, shape, strides, offset, order)`. */
export interface MatrixNdarray<D extends Floats> extends NdarrayLike<D> {
  /** Kind of the entries. */
  readonly dtype: "float64" | "float32";
  readonly shape: readonly [number, number];
  readonly strides: readonly [number, number];
  readonly offset: number;
  readonly order: "row-major";
}

/** Float32Array stays what it is; everything else becomes a Float64Array. */
export type FloatsOf<D> = D extends Float32Array ? Float32Array : Float64Array;

/** Requires numbers, before they are converted: a BigInt cannot be, a string must not. */
function requireFiniteEntry(data: ArrayLike<number>, at: number): void {
  if (!Number.isFinite(data[at])) reject("asMatrix", `x.data[${at}]`, "be finite", data[at]);
}

/** Requires that every entry lies within the data. */
function requireInside(data: ArrayLike<number>, offset: number, shape: number[], strides: number[]): void {
  const ends = strides.map((stride, i) => stride * (shape[i]! - 1));
  const first = ends.reduce((sum, end) => sum + Math.min(end, 0), offset);
  const last = ends.reduce((sum, end) => sum + Math.max(end, 0), offset);
  if (first >= 0 && last < data.length) return;
  throw new RangeError(
    `asMatrix: x.data must hold every entry that x.shape and x.strides reach, got indices ${first} to ${last} of ${data.length}`,
  );
}

function gathered(data: ArrayLike<number>, offset: number, shape: number[], strides: number[]): Floats {
  const [[rows, cols], [down, right]] = [shape, strides] as [[number, number], [number, number]];
  const out = data instanceof Float32Array ? new Float32Array(rows * cols) : new Float64Array(rows * cols);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < cols; j++) {
      const at = offset + i * down + j * right;
      requireFiniteEntry(data, at);
      out[i * cols + j] = data[at]!;
    }
  return out;
}

/**
 * A stdlib ndarray of two dimensions, or anything with its fields, as a matrix. It shares the memory where entries are f64 or f32
 * and lie row after row; otherwise (other strides, integers, plain arrays) it is a copy.
 *
 * @param x - any strides; an f32 array gives an f32 matrix, everything else an f64 one
 * @returns rows x cols
 * @throws TypeError if `x` has another number of dimensions or no such fields; RangeError if a size is below 1, an index falls
 *   outside of `data`, or an entry is not a finite number
 */
export function asMatrix<D extends ArrayLike<number>>(x: NdarrayLike<D>): Matrix<FloatsOf<D>> {
  const { data, offset = 0 } = x ?? {};
  if (typeof data !== "object" || data === null) rejectKind("asMatrix", "x.data", "be an array", data);
  const [shape, strides] = [Array.from(x.shape ?? []), Array.from(x.strides ?? [])];
  if (shape.length !== 2) reject("asMatrix", "x.shape", "have two sizes", `[${shape}]`);
  if (strides.length !== 2) reject("asMatrix", "x.strides", "have two steps", `[${strides}]`);
  const [rows, cols] = shape as [number, number];
  requireSize("asMatrix", "x.shape[0]", rows);
  requireSize("asMatrix", "x.shape[1]", cols);
  requireInteger("asMatrix", "x.offset", offset, 0, 2 ** 53 - 1);
  for (const [i, stride] of strides.entries())
    requireInteger("asMatrix", `x.strides[${i}]`, stride, -(2 ** 53 - 1), 2 ** 53 - 1);
  requireInside(data, offset, shape, strides);
  const floats = data instanceof Float64Array || data instanceof Float32Array;
  const rowMajor = (strides[1] === 1 || cols === 1) && (strides[0] === cols || rows === 1);
  const shared = floats && rowMajor ? (data.subarray(offset, offset + rows * cols) as Floats) : undefined;
  if (shared !== undefined) requireFiniteEntries("asMatrix", "x", shared);
  const entries = shared ?? gathered(data, offset, shape, strides);
  return { rows, cols, data: entries as FloatsOf<D> };
}

/**
 * The matrix with the fields of stdlib's ndarrays; the data are shared. `new ndarray(z.dtype, z.data, z.shape, z.strides,
 * z.offset, z.order)` makes an ndarray of it.
 *
 * @param A - rows x cols
 * @throws TypeError or RangeError for a matrix that is empty or not finite
 */
export function toNdarray<D extends Floats>(A: Matrix<D>): MatrixNdarray<D> {
  requireMatrix("toNdarray", "A", A);
  const { rows, cols, data } = A;
  const dtype = data instanceof Float64Array ? "float64" : "float32";
  return { dtype, data, shape: [rows, cols], strides: [cols, 1], offset: 0, order: "row-major" };
}

import { requireFinite } from "./argument-checks.ts";
import type { View } from "./backend/backend.ts";
import { type BackendOptions, backendOf } from "./backend-options.ts";
import { requireMatrix } from "./check.ts";
import type { Floats, Matrix } from "./matrix.ts";
import { withinMemory } from "./within-memory.ts";

/** Options of `gemm`. */
export interface GemmOptions extends BackendOptions {
  /** Factor of the product; default 1. */
  readonly alpha?: number;
  /** Take A^T for A; default false. */
  readonly transposeA?: boolean;
  /** Take B^T for B; default false. */
  readonly transposeB?: boolean;
}

/** An operand as the kernels read it. */
function operand(
  { rows, cols, data }: Matrix<Floats>,
  transpose: boolean,
): View & { rows: number; cols: number } {
  if (transpose) return { rows: cols, cols: rows, data, rowStride: 1, colStride: cols };
  return { rows, cols, data, rowStride: cols, colStride: 1 };
}

/** A matrix of zeros of the kind of `like`. */
export function emptyLike<D extends Floats>(like: D, rows: number, cols: number): Matrix<D> {
  const data = like instanceof Float64Array ? new Float64Array(rows * cols) : new Float32Array(rows * cols);
  return { rows, cols, data: data as Floats as D };
}

/** Requires arrays of one kind. */
export function requireSameKind(call: string, names: string, a: Floats, b: Floats): void {
  if (a instanceof Float64Array !== b instanceof Float64Array)
    throw new TypeError(
      `${call}: ${names} must be of one kind, got ${a.constructor.name} and ${b.constructor.name}`,
    );
}

/**
 * The product alpha op(A) op(B), op(A) being A or A^T.
 *
 * @param A - m x k, or k x m with `transposeA`; f64 or f32
 * @param B - k x n, or n x k with `transposeB`; of the kind of A
 * @param options - `alpha` (default 1), `transposeA`, `transposeB` (default false), `backend`
 * @returns m x n, of the kind of A; f32 products accumulate in f32
 * @throws TypeError for shapes that do not fit, empty ones, or kinds that differ; RangeError for NaN or infinite entries
 */
export function gemm<D extends Floats>(A: Matrix<D>, B: Matrix<D>, options: GemmOptions = {}): Matrix<D> {
  const backend = backendOf("gemm", options);
  const { alpha = 1, transposeA = false, transposeB = false } = options;
  requireMatrix("gemm", "A", A);
  requireMatrix("gemm", "B", B);
  requireSameKind("gemm", "A and B", A.data, B.data);
  requireFinite("gemm", "alpha", alpha);
  const left = operand(A, transposeA);
  const right = operand(B, transposeB);
  if (left.cols !== right.rows)
    throw new TypeError(
      `gemm: op(A) and op(B) must have an inner size in common, got ${left.rows} x ${left.cols} and ${right.rows} x ${right.cols}`,
    );
  const C = emptyLike(A.data, left.rows, right.cols);
  const [m, n, k] = [C.rows, C.cols, left.cols];
  withinMemory("gemm", () => backend.product({ m, n, k, alpha, A: left, B: right, C: C.data }));
  return C;
}

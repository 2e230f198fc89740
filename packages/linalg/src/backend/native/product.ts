import type { Floats } from "../../matrix.ts";
import type { Backend, Product, View } from "../backend.ts";
import { sameLines, viewLines } from "../view-lines.ts";
import { PLAIN, ROW_MAJOR, TRANSPOSED } from "./cblas.ts";
import { nativeGram } from "./gram.ts";
import type { OpenBlas } from "./library.ts";

/** Products of fewer multiplications cost less than the call. */
const SMALL = 4096;

/** How BLAS reads an operand: as stored or transposed, with a leading dimension. */
interface Operand {
  readonly data: Floats;
  readonly transpose: number;
  readonly leading: number;
}

/** The operand of a `rows x cols` view, or undefined where neither stride is one. */
function operand(view: View, rows: number, cols: number): Operand | undefined {
  const lines = viewLines(view, rows, cols);
  if (lines === undefined || lines.stride < lines.length) return undefined;
  const { start, stride } = lines;
  const data = start === 0 ? view.data : view.data.subarray(start);
  return { data, transpose: lines.rows ? PLAIN : TRANSPOSED, leading: stride };
}

/** A copy of the k x n view with row p multiplied by weights[p]. */
function scaledRows(view: View, k: number, n: number, weights: Floats): View {
  const { data, offset = 0, rowStride, colStride } = view;
  const out = data instanceof Float64Array ? new Float64Array(k * n) : new Float32Array(k * n);
  for (let p = 0; p < k; p++)
    for (let j = 0; j < n; j++) out[p * n + j] = weights[p]! * data[offset + p * rowStride + j * colStride]!;
  return { data: out, rowStride: n, colStride: 1 };
}

/** Whether the product is a Gram matrix: A the transpose of B, of which BLAS computes one triangle. */
function isGram({ m, n, k, A, B, upper = false }: Product): boolean {
  const same = sameLines(A, [m, k], B, n);
  return upper && m === n && same && A.rowStride === 1 && B.colStride === 1;
}

/**
 * C = alpha A diag(weights) B, or C += that, by OpenBLAS; by `fallback` where the call would cost more or the strides are not
 * BLAS's.
 */
export function nativeProduct(blas: OpenBlas, fallback: Backend, problem: Product): void {
  const { m, n, k, alpha, A, B, weights, cOffset = 0, cStride = n, accumulate = false } = problem;
  const left = operand(A, m, k);
  if (m * n * k < SMALL || left === undefined || operand(B, k, n) === undefined) {
    fallback.product(problem);
    return;
  }
  if (isGram(problem)) {
    nativeGram(blas, problem);
    return;
  }
  const right = operand(weights === undefined ? B : scaledRows(B, k, n, weights), k, n)!;
  const C = cOffset === 0 ? problem.C : problem.C.subarray(cOffset);
  const call = C instanceof Float64Array ? blas.dgemm : blas.sgemm;
  const a = [left.data, left.leading];
  const b = [right.data, right.leading];
  const into = [accumulate ? 1 : 0, C, cStride];
  call(ROW_MAJOR, left.transpose, right.transpose, m, n, k, alpha, ...a, ...b, ...into);
}

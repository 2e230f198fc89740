// Products of Householder reflectors H_j = I - tau_j v_j v_j^T in compact form: H_0 ... H_{k-1} = I - V^T T V, the v_j being the rows
// of V and T upper triangular with T^-1 = diag(1/tau) + the part of V V^T above the diagonal.
// Sources: R. Schreiber, C. Van Loan, A storage-efficient WY representation (1989); C. Puglisi (1992) for T.

import type { Backend, View } from "../backend/backend.ts";
import type { Matrix } from "../matrix.ts";
import { addTimes, rowMajor, transposed } from "../products.ts";
import { invertTriangular } from "./triangular-inverse.ts";

/** Reflectors whose vectors are the leading rows of a matrix. */
export interface Reflectors {
  /** Row j holds v_j from column j + first on; what stands to the left is overwritten by zeros where it is in the way. */
  readonly vectors: Float64Array;
  readonly tau: Float64Array;
  /** Column in which v_0 begins. */
  readonly first: number;
}

/** Rows of a matrix from row `row` on, in columns from `col` on. */
export interface Corner {
  readonly data: Float64Array;
  readonly rows: number;
  readonly cols: number;
  readonly row: number;
  readonly col: number;
}

/** T of the k reflectors in the rows of V (k x width), which are zero where tau is. */
function triangularFactor(backend: Backend, V: View, width: number, tau: Float64Array): Float64Array {
  const k = tau.length;
  const T = new Float64Array(k * k);
  backend.product({ m: k, n: k, k: width, alpha: 1, A: V, B: transposed(V), C: T, upper: true });
  for (let j = 0; j < k; j++) {
    T.fill(0, j * k, j * k + j);
    T[j * k + j] = tau[j] === 0 ? 1 : 1 / tau[j]!;
  }
  invertTriangular(backend, k, T);
  return T;
}

/**
 * X = X (I - V^T T V), or with T^T for the adjoint, for the corner X of a matrix.
 *
 * @param V - k x width, as wide as X
 * @param scratch - k (width + rows of X) numbers
 */
export function applyBlock(
  backend: Backend,
  { data, rows, cols, row, col }: Corner,
  V: View,
  tau: Float64Array,
  adjoint: boolean,
  scratch: Float64Array,
): void {
  const [m, width, k] = [rows - row, cols - col, tau.length];
  if (m === 0 || k === 0) return;
  const T = rowMajor(triangularFactor(backend, V, width, tau), k);
  const X = rowMajor(data, cols, row * cols + col);
  const scaled = rowMajor(scratch, width);
  const inner = rowMajor(scratch, k, k * width);
  backend.product({ m: k, n: width, k, alpha: 1, A: adjoint ? transposed(T) : T, B: V, C: scratch });
  const projection = { m, n: k, k: width, alpha: 1, A: X, B: transposed(V) };
  backend.product({ ...projection, C: scratch, cOffset: k * width });
  addTimes(backend, [m, k, width], -1, inner, scaled, X);
}

/** The vectors `start` to `end`, from the first's column on, with zeros where none are stored and where tau is zero. */
export function panelVectors(
  { vectors, tau, first }: Reflectors,
  cols: number,
  start: number,
  end: number,
): View {
  const col = start + first;
  for (let j = start; j < end; j++)
    vectors.fill(0, j * cols + col, tau[j] === 0 ? (j + 1) * cols : j * cols + j + first);
  return rowMajor(vectors, cols, start * cols + col);
}

const PANEL = 64;

/** How `applyAdjoint` goes about it. */
export interface AdjointOptions {
  /** Whether row i of W is row i of the identity in columns below i: rows above a panel are then left out. */
  readonly triangular?: boolean;
  /** At least `scratchLength` numbers. */
  readonly scratch?: Float64Array;
}

/** Numbers that `applyAdjoint` needs beside W. */
export function scratchLength({ rows, cols }: Pick<Matrix, "rows" | "cols">): number {
  return Math.min(PANEL, cols) * (rows + cols);
}

/**
 * W = W Q^T with Q = H_0 H_1 ..., in panels from the last.
 *
 * @param W - its rows are mapped
 * @param reflectors - their vectors have `W.cols` entries
 */
export function applyAdjoint(
  backend: Backend,
  W: Matrix,
  reflectors: Reflectors,
  { triangular = false, scratch = new Float64Array(scratchLength(W)) }: AdjointOptions = {},
): void {
  const { tau, first } = reflectors;
  const { rows, cols, data } = W;
  const panels = Math.ceil(tau.length / PANEL);
  for (let panel = panels - 1; panel >= 0; panel--) {
    const start = panel * PANEL;
    const end = Math.min(start + PANEL, tau.length);
    const corner = { data, rows, cols, row: triangular ? Math.min(start, rows) : 0, col: start + first };
    const V = panelVectors(reflectors, cols, start, end);
    applyBlock(backend, corner, V, tau.subarray(start, end), true, scratch);
  }
}

// Products of Householder reflectors H_j = I - tau_j v_j v_j^T in compact form: H_0 ... H_{k-1} = I - V^T T V, the v_j being the rows
// of V and T upper triangular with T^-1 = diag(1/tau) + the part of V V^T above the diagonal.
// Sources: R. Schreiber, C. Van Loan, A storage-efficient WY representation (1989); C. Puglisi (1992) for T.

import type { Backend } from "../backend/backend.ts";
import type { Matrix } from "../matrix.ts";
import { rowMajor, times, transposed, upperGram } from "./products.ts";
import { invertTriangular } from "./triangular-inverse.ts";

/** Reflectors whose vectors are the leading rows of a matrix. */
export interface Reflectors {
  /** Row j holds v_j from column j + first on; what stands to the left is not read. */
  readonly vectors: Float64Array;
  readonly tau: Float64Array;
  /** Column in which v_0 begins. */
  readonly first: number;
}

/** Rows of a matrix from row `row` on, in columns from `col` on. */
interface Corner {
  readonly data: Float64Array;
  readonly rows: number;
  readonly cols: number;
  readonly row: number;
  readonly col: number;
}

/** T of the k reflectors in the rows of V (k x width), which are zero where tau is. */
function triangularFactor(backend: Backend, V: Float64Array, width: number, tau: Float64Array): Float64Array {
  const k = tau.length;
  const T = upperGram(backend, V, k, width);
  for (let j = 0; j < k; j++) {
    T.fill(0, j * k, j * k + j);
    T[j * k + j] = tau[j] === 0 ? 1 : 1 / tau[j]!;
  }
  invertTriangular(backend, k, T);
  return T;
}

/** X = X (I - V^T T V), or with T^T for the adjoint, for the corner X of a matrix; V has as many columns as X. */
export function applyBlock(
  backend: Backend,
  { data, rows, cols, row, col }: Corner,
  V: Float64Array,
  tau: Float64Array,
  adjoint: boolean,
): void {
  const [m, width, k] = [rows - row, cols - col, tau.length];
  if (m === 0 || k === 0) return;
  const T = rowMajor(triangularFactor(backend, V, width, tau), k);
  const X = rowMajor(data.subarray(row * cols + col), cols);
  const inner = times(backend, [m, width, k], X, transposed(rowMajor(V, width)));
  const scaled = times(backend, [m, k, k], rowMajor(inner, k), adjoint ? transposed(T) : T);
  const change = times(backend, [m, k, width], rowMajor(scaled, k), rowMajor(V, width));
  for (let i = 0; i < m; i++) {
    const to = (row + i) * cols + col;
    for (let j = 0; j < width; j++) data[to + j]! -= change[i * width + j]!;
  }
}

/** Rows `start` to `end` of the vectors, from the first's column on, with zeros where they are not stored. */
function panelVectors(
  { vectors, tau, first }: Reflectors,
  cols: number,
  start: number,
  end: number,
): Float64Array {
  const col = start + first;
  const width = cols - col;
  const V = new Float64Array((end - start) * width);
  for (let j = start; j < end; j++)
    if (tau[j] !== 0)
      V.set(vectors.subarray(j * cols + j + first, (j + 1) * cols), (j - start) * (width + 1));
  return V;
}

const PANEL = 128;

/**
 * W = W Q^T with Q = H_0 H_1 ..., in panels from the last.
 *
 * @param W - its rows are mapped
 * @param reflectors - their vectors have `W.cols` entries
 * @param triangular - whether row i of W is row i of the identity in columns below i: rows above a panel are then left out
 */
export function applyAdjoint(
  backend: Backend,
  W: Matrix,
  reflectors: Reflectors,
  triangular: boolean = false,
): void {
  const { tau, first } = reflectors;
  const { rows, cols, data } = W;
  const panels = Math.ceil(tau.length / PANEL);
  for (let panel = panels - 1; panel >= 0; panel--) {
    const start = panel * PANEL;
    const end = Math.min(start + PANEL, tau.length);
    const corner = { data, rows, cols, row: triangular ? Math.min(start, rows) : 0, col: start + first };
    applyBlock(backend, corner, panelVectors(reflectors, cols, start, end), tau.subarray(start, end), true);
  }
}

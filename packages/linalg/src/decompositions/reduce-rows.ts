import type { Backend } from "../backend/backend.ts";
import { applyBlock } from "./reflectors.ts";

/** X = L Q by rows, Q the leading rows of (H_0 ... H_{rank-1})^T; see `applyAdjoint` for that product. */
export interface ReducedRows {
  /** rank x cols: row j holds v_j from column j on. */
  readonly vectors: Float64Array;
  readonly tau: Float64Array;
  /** Rows of X with an entry of their own in L: row kept[j] of L ends in column j. */
  readonly kept: readonly number[];
}

/** Rows whose reflectors are applied together: to all rows below, then within those to the rest of them, and so on. */
const PANELS = [128, 32] as const;

function norm(x: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < x.length; i++) largest = Math.max(largest, Math.abs(x[i]!));
  if (largest === 0) return 0;
  let squares = 0;
  for (let i = 0; i < x.length; i++) squares += (x[i]! / largest) ** 2;
  return largest * Math.sqrt(squares);
}

/** x = x - tau (v . x) v. */
function reflect(x: Float64Array, v: Float64Array, tau: number): void {
  let dot = 0;
  for (let i = 0; i < x.length; i++) dot += v[i]! * x[i]!;
  const factor = tau * dot;
  for (let i = 0; i < x.length; i++) x[i]! -= factor * v[i]!;
}

/** Maps x to (beta, 0, ..., 0) and stores v, v_0 = 1, of the reflector; returns tau, 0 if x is of this form. */
function makeReflector(x: Float64Array, v: Float64Array, length: number): number {
  const first = x[0]!;
  const beta = first > 0 ? -length : length;
  // Not `length === |first|`: a tail of 1e-8 leaves the length as it is, and is far from rounding.
  if (x.subarray(1).every((value) => value === 0)) return 0;
  v[0] = 1;
  for (let i = 1; i < x.length; i++) v[i] = x[i]! / (first - beta);
  x.fill(0);
  x[0] = beta;
  return (beta - first) / beta;
}

/** What the rows of one panel are reduced with. */
interface State {
  readonly X: Float64Array;
  readonly cols: number;
  /** A row of which no more is left is not kept. */
  readonly least: Float64Array;
  readonly vectors: Float64Array;
  readonly tau: Float64Array;
  readonly kept: number[];
}

/** Reduces row i, to which reflectors before `from` have been applied. */
function reduceRow({ X, cols, least, vectors, tau, kept }: State, i: number, from: number): void {
  const end = (i + 1) * cols;
  const rank = kept.length;
  for (let j = from; j < rank; j++)
    if (tau[j] !== 0)
      reflect(X.subarray(i * cols + j, end), vectors.subarray(j * cols + j, (j + 1) * cols), tau[j]!);
  if (rank === cols) return;
  const rest = X.subarray(i * cols + rank, end);
  const length = norm(rest);
  if (length <= least[i]!) return;
  tau[rank] = makeReflector(rest, vectors.subarray(rank * cols + rank, (rank + 1) * cols), length);
  kept.push(i);
}

/** The panel's vectors `from` to `rank`, from column `from` on. */
function panelVectors({ cols, vectors }: State, from: number, rank: number): Float64Array {
  const width = cols - from;
  const V = new Float64Array((rank - from) * width);
  for (let j = from; j < rank; j++)
    V.set(vectors.subarray(j * cols + from, (j + 1) * cols), (j - from) * width);
  return V;
}

/** Reduces rows `start` to `end` in panels of the first of `widths`, each in panels of the next; row by row when none is left. */
function reduceRange(
  backend: Backend,
  state: State,
  [start, end]: readonly [number, number],
  [width, ...finer]: readonly number[],
): void {
  if (width === undefined) {
    const from = state.kept.length;
    for (let i = start; i < end; i++) reduceRow(state, i, from);
    return;
  }
  for (let first = start; first < end; first += width) {
    const next = Math.min(first + width, end);
    const from = state.kept.length;
    reduceRange(backend, state, [first, next], finer);
    const rank = state.kept.length;
    if (next === end || rank === from) continue;
    const below = { data: state.X, rows: end, cols: state.cols, row: next, col: from };
    applyBlock(backend, below, panelVectors(state, from, rank), state.tau.subarray(from, rank), false);
  }
}

/**
 * Reduces the rows of X to a lower triangular (row echelon) L by Householder reflectors from the right, X H_0 H_1 ... = L, in panels
 * whose reflectors reach the rows below by the backend's products.
 *
 * @param X - rows x cols; overwritten by L
 * @param tolerance - a row is not kept if what is left of it after those before is at most this part of it; negative keeps all
 */
export function reduceRows(
  backend: Backend,
  X: Float64Array,
  [rows, cols]: readonly [number, number],
  tolerance: number,
): ReducedRows {
  const most = Math.min(rows, cols);
  const least = Float64Array.from(
    { length: rows },
    (_, i) => tolerance * norm(X.subarray(i * cols, (i + 1) * cols)),
  );
  const vectors = new Float64Array(most * cols);
  const state: State = { X, cols, least, vectors, tau: new Float64Array(most), kept: [] };
  reduceRange(backend, state, [0, rows], PANELS);
  const { tau, kept } = state;
  return { vectors: vectors.subarray(0, kept.length * cols), tau: tau.subarray(0, kept.length), kept };
}

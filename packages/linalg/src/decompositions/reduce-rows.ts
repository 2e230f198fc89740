import type { Backend } from "../backend/backend.ts";
import { largestEntry } from "../scaling.ts";
import { applyBlock, panelVectors, type Reflectors, scratchLength } from "./reflectors.ts";

/** X = L Q by rows, Q the leading rows of (H_0 ... H_{rank-1})^T; see `applyAdjoint` for that product. */
export interface ReducedRows extends Reflectors {
  /** Rows of X with an entry of their own in L: row kept[j] of L ends in column j. */
  readonly kept: readonly number[];
}

/** Rows whose reflectors are applied together: to all rows below, then within those to the rest of them, and so on. */
const PANELS = [64, 32] as const;

/** A matrix that is being reduced. */
export interface Reduction {
  /** rows x cols; overwritten by L. */
  readonly X: Float64Array;
  readonly rows: number;
  readonly cols: number;
  /** min(rows, cols) x cols, for the reflectors. */
  readonly vectors: Float64Array;
  /** At least `reductionScratch` numbers. */
  readonly scratch: Float64Array;
}

/** Numbers that `reduceRows` needs beside the matrix and its reflectors. */
export function reductionScratch(rows: number, cols: number): number {
  return Math.max(scratchLength({ rows, cols }), Math.min(PANELS[0], rows) * (rows + cols));
}

/** What the rows of one panel are reduced with. */
interface State extends Reduction {
  /** A row of which no more is left is not kept. */
  readonly least: Float64Array;
  readonly tau: Float64Array;
  readonly kept: number[];
}

function norm(x: Float64Array): number {
  const largest = largestEntry(x);
  if (largest === 0) return 0;
  let squares = 0;
  for (let i = 0; i < x.length; i++) squares += (x[i]! / largest) ** 2;
  return largest * Math.sqrt(squares);
}

/** What is too little to keep a row for: less than none if all are kept. */
function leastNorms({ X, rows, cols }: Reduction, tolerance: number): Float64Array {
  if (tolerance < 0) return new Float64Array(rows).fill(-1);
  return Float64Array.from(
    { length: rows },
    (_, i) => tolerance * norm(X.subarray(i * cols, (i + 1) * cols)),
  );
}

/** Applies the reflectors from `from` on to the rows `start` to `end`. */
function applyPanel(backend: Backend, state: State, from: number, start: number, end: number): void {
  const { X, cols, vectors, tau, kept, scratch } = state;
  const rank = kept.length;
  const below = { data: X, rows: end, cols, row: start, col: from };
  const V = panelVectors({ vectors, tau, first: 0 }, cols, from, rank);
  applyBlock(backend, below, V, tau.subarray(from, rank), false, scratch);
}

/** Reduces rows `start` to `end` in panels of the first of `widths`, each in panels of the next; at once when none is left. */
function reduceRange(
  backend: Backend,
  state: State,
  [start, end]: readonly [number, number],
  [width, ...finer]: readonly number[],
): void {
  const { kept } = state;
  if (width === undefined) {
    kept.push(...backend.reducePanel({ ...state, start, end, rank: kept.length }));
    return;
  }
  for (let first = start; first < end; first += width) {
    const next = Math.min(first + width, end);
    const from = kept.length;
    reduceRange(backend, state, [first, next], finer);
    if (next < end && kept.length > from) applyPanel(backend, state, from, next, end);
  }
}

/**
 * Reduces the rows of X to a lower triangular (row echelon) L by Householder reflectors from the right, X H_0 H_1 ... = L, in panels
 * whose reflectors reach the rows below by the backend's products.
 *
 * @param tolerance - a row is not kept if what is left of it after those before is at most this part of it; negative keeps all
 */
export function reduceRows(backend: Backend, reduction: Reduction, tolerance: number): ReducedRows {
  const { rows, cols, vectors } = reduction;
  const least = leastNorms(reduction, tolerance);
  const tau = new Float64Array(Math.min(rows, cols));
  const kept: number[] = [];
  reduceRange(backend, { ...reduction, least, tau, kept }, [0, rows], PANELS);
  return { vectors, tau: tau.subarray(0, kept.length), first: 0, kept };
}

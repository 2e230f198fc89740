import type { Backend, View } from "../backend/backend.ts";
import { addTimes, rowMajor, transposed } from "../products.ts";

/** Orders solved row by row; larger ones are halved, with a product between the halves. */
const LEAF = 32;
/** With fewer right sides a product does not pay. */
const FEW = 8;

/** A triangular system of order n with `cols` right sides, the columns of X, which the solution overwrites. */
interface System {
  readonly backend: Backend;
  readonly n: number;
  readonly U: Float64Array;
  readonly X: Float64Array;
  readonly cols: number;
}

/** Row `to` of X minus `factor` times row `from`. */
function subtractRow({ X, cols }: System, to: number, from: number, factor: number): void {
  const [a, b] = [to * cols, from * cols];
  for (let c = 0; c < cols; c++) X[a + c]! -= factor * X[b + c]!;
}

function divideRow({ X, cols }: System, row: number, divisor: number): void {
  for (let c = row * cols; c < (row + 1) * cols; c++) X[c]! /= divisor;
}

/** Rows `start` to `end` of X minus a block of U, or of its transpose, times rows `from` to `to`. */
function subtractProduct(
  { backend, X, cols }: System,
  [start, end]: readonly [number, number],
  block: View,
  [from, to]: readonly [number, number],
): void {
  const known = rowMajor(X, cols, from * cols);
  addTimes(backend, [end - start, to - from, cols], -1, block, known, rowMajor(X, cols, start * cols));
}

/** The middle of a range that is to be halved, or undefined. */
function middleOf({ cols }: System, start: number, end: number): number | undefined {
  return cols < FEW || end - start <= LEAF ? undefined : (start + end) >>> 1;
}

/** The block of U from row `start` and column `middle` on. */
function corner({ U, n }: System, start: number, middle: number): View {
  return rowMajor(U, n, start * n + middle);
}

function forward(system: System, start: number, end: number): void {
  const { U, n } = system;
  const middle = middleOf(system, start, end);
  if (middle !== undefined) {
    forward(system, start, middle);
    subtractProduct(system, [middle, end], transposed(corner(system, start, middle)), [start, middle]);
    forward(system, middle, end);
    return;
  }
  for (let i = start; i < end; i++) {
    divideRow(system, i, U[i * n + i]!);
    for (let k = i + 1; k < end; k++) subtractRow(system, k, i, U[i * n + k]!);
  }
}

function backward(system: System, start: number, end: number): void {
  const { U, n } = system;
  const middle = middleOf(system, start, end);
  if (middle !== undefined) {
    backward(system, middle, end);
    subtractProduct(system, [start, middle], corner(system, start, middle), [middle, end]);
    backward(system, start, middle);
    return;
  }
  for (let i = end - 1; i >= start; i--) {
    for (let k = i + 1; k < end; k++) subtractRow(system, i, k, U[i * n + k]!);
    divideRow(system, i, U[i * n + i]!);
  }
}

/** Overwrites X (n x cols) by the solution of U^T Y = X. */
export function solveLower(
  backend: Backend,
  n: number,
  U: Float64Array,
  X: Float64Array,
  cols: number,
): void {
  forward({ backend, n, U, X, cols }, 0, n);
}

/** Overwrites X (n x cols) by the solution of U Y = X. */
export function solveUpper(
  backend: Backend,
  n: number,
  U: Float64Array,
  X: Float64Array,
  cols: number,
): void {
  backward({ backend, n, U, X, cols }, 0, n);
}

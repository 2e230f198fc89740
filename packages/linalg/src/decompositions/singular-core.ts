// The singular value decomposition of a wide matrix from eigendecompositions of Gram matrices. Those of B B^T rotate the rows of B
// until they are orthogonal up to roundings of |B|^2; reflectors then make W B = L Z with L lower triangular, and L is diagonal up to
// roundings of |B| in the rows of the singular values above |B| / 10. What is left below has a norm ten times smaller and goes the
// same way, so that no value suffers from the square.

import type { Backend } from "../backend/backend.ts";
import type { Convergence } from "../convergence.ts";
import { eigenOfSymmetric } from "../eigen/symmetric-eigen.ts";
import { roundingRecord } from "../eigen/tridiagonal-eigenvalues.ts";
import { rowMajor, times, upperGram } from "../products.ts";
import { dividedBy, largestEntry, moderatingScale } from "../scaling.ts";
import { diagonalSigns, mappedRows, type RowFactors, rowFactors, writeDiagonal } from "./row-factors.ts";

/** Values of at least this part of the largest are taken in one step. */
const SHARE = 0.1;

/** Rows and columns, of the former not more than of the latter. */
export type Shape = readonly [k: number, cols: number];

/** W B = L Z: see above. */
interface Step extends RowFactors {
  /** k x k, orthonormal rows. */
  readonly W: Float64Array;
  /** Number of rows of L that are diagonal. */
  readonly settled: number;
  /** What B was divided by. */
  readonly scale: number;
  readonly convergence: Convergence;
}

/** The rows of a square matrix in reverse order. */
function reversedRows(data: Float64Array, k: number): Float64Array {
  const out = new Float64Array(k * k);
  for (let i = 0; i < k; i++) out.set(data.subarray(i * k, (i + 1) * k), (k - 1 - i) * k);
  return out;
}

function takeStep(backend: Backend, B: Float64Array, shape: Shape): Step {
  const [k, cols] = shape;
  const scale = moderatingScale(B);
  const rows = scale === 1 ? B : dividedBy(B, scale);
  const gram = upperGram(backend, rows, k, cols);
  const { values, vectors, convergence } = eigenOfSymmetric(backend, k, gram);
  const W = reversedRows(vectors.data, k);
  const least = SHARE * SHARE * values[k - 1]!;
  const settled = k - values.findIndex((value) => value >= least);
  return { W, ...rowFactors(backend, shape, rows, W), settled, scale, convergence };
}

/** The last rows and columns of a square matrix, from `start` on, times `scale`. */
function lastBlock(L: Float64Array, k: number, start: number, scale: number): Float64Array {
  const order = k - start;
  const out = new Float64Array(order * order);
  for (let i = 0; i < order; i++)
    for (let j = 0; j < order; j++) out[i * order + j] = scale * L[(start + i) * k + start + j]!;
  return out;
}

/** Writes a square block into the last rows of a matrix, from `start` on, in columns from `start` on, and zeros beside it. */
function writeLastBlock(block: Float64Array, [k, cols]: Shape, start: number, out: Float64Array): void {
  const order = k - start;
  out.fill(0, start * cols, k * cols);
  for (let i = 0; i < order; i++)
    out.set(block.subarray(i * order, (i + 1) * order), (start + i) * cols + start);
}

/** Replaces the rows of W from `start` on by the square `rotation` times them. */
function rotateLastRows(
  backend: Backend,
  rotation: Float64Array,
  W: Float64Array,
  k: number,
  start: number,
): void {
  const order = k - start;
  const below = rowMajor(W, k, start * k);
  W.set(times(backend, [order, order, k], rowMajor(rotation, order), below), start * k);
}

/** B = left^T diag(values) right, values unsorted and not negative. */
export interface Factors {
  readonly values: Float64Array;
  /** k x k, orthonormal rows. */
  readonly left: Float64Array;
  /** k x cols, orthonormal rows. */
  readonly right: Float64Array;
  /** Of the eigendecomposition that neglected most. */
  readonly convergence: Convergence;
}

function worse(a: Convergence, b: Convergence): Convergence {
  const iterations = a.iterations + b.iterations;
  return { ...(a.residual >= b.residual ? a : b), iterations };
}

/** What remains below the settled rows: nothing, something negligible, which is taken for diagonal, or a smaller problem. */
function remainder(backend: Backend, step: Step, k: number, floor: number): Factors | undefined {
  const { L, settled, scale } = step;
  if (settled === k) return undefined;
  const order = k - settled;
  return singularFactors(backend, lastBlock(L, k, settled, scale), [order, order], floor);
}

/** The settled values and those of the remainder, whose left vectors are rotated in place and whose right ones go below the signs. */
function assemble(backend: Backend, step: Step, shape: Shape, rest: Factors | undefined): Factors {
  const { W, L, reflectors, settled, scale } = step;
  const [k, cols] = shape;
  const values = new Float64Array(k);
  for (let i = 0; i < settled; i++) values[i] = scale * Math.abs(L[i * (k + 1)]!);
  if (rest !== undefined) {
    values.set(rest.values, settled);
    rotateLastRows(backend, rest.left, W, k, settled);
  }
  const fill = (right: Float64Array): void => {
    writeDiagonal(diagonalSigns(L, k, settled), cols, right);
    if (rest !== undefined) writeLastBlock(rest.right, shape, settled, right);
  };
  const right = mappedRows(backend, shape, reflectors, fill, rest === undefined);
  const convergence = rest === undefined ? step.convergence : worse(step.convergence, rest.convergence);
  return { values, left: W, right, convergence };
}

/** B with entries of at most `floor`: its triangular factor counts as diagonal. */
function negligibleFactors(backend: Backend, B: Float64Array, shape: Shape): Factors {
  const [k, cols] = shape;
  const left = new Float64Array(k * k);
  writeDiagonal(new Float64Array(k).fill(1), k, left);
  const { L, reflectors } = rowFactors(backend, shape, B, left);
  const fill = (right: Float64Array): void => writeDiagonal(diagonalSigns(L, k, k), cols, right);
  return {
    values: Float64Array.from({ length: k }, (_, i) => Math.abs(L[i * (k + 1)]!)),
    left,
    right: mappedRows(backend, shape, reflectors, fill, true),
    convergence: roundingRecord({ iterations: 0, residual: 0 }),
  };
}

/**
 * The singular value decomposition of a matrix with no more rows than columns.
 *
 * @param B - k x cols
 * @param floor - entries of at most this size are taken for zero where they couple values of this size
 */
export function singularFactors(backend: Backend, B: Float64Array, shape: Shape, floor: number): Factors {
  if (largestEntry(B) <= floor) return negligibleFactors(backend, B, shape);
  const step = takeStep(backend, B, shape);
  return assemble(backend, step, shape, remainder(backend, step, shape[0], floor));
}

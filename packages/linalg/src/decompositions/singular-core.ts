// The singular value decomposition of a square matrix from eigendecompositions of Gram matrices. Those of B B^T rotate the rows of B
// until they are orthogonal up to roundings of |B|^2; reflectors then make W B = L Z with L lower triangular, and L is diagonal up to
// roundings of |B| in the rows of the singular values above |B| / 10. What is left below has a norm ten times smaller and goes the
// same way, so that no value suffers from the square.

import type { Backend } from "../backend/backend.ts";
import type { Convergence } from "../convergence.ts";
import { dividedBy, largestEntry } from "../eigen/scaling.ts";
import { eigenOfSymmetric } from "../eigen/symmetric-eigen.ts";
import { rowMajor, times, upperGram } from "./products.ts";
import { diagonalRows } from "./qr.ts";
import { type ReducedRows, reduceRows } from "./reduce-rows.ts";
import { applyAdjoint } from "./reflectors.ts";

/** Values of at least this part of the largest are taken in one step. */
const SHARE = 0.1;

/** B = W^T L Z: see above. */
interface Step {
  /** k x k, orthonormal rows. */
  readonly W: Float64Array;
  /** L and the reflectors whose product has the rows Z. */
  readonly L: Float64Array;
  readonly reduced: ReducedRows;
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

function takeStep(backend: Backend, B: Float64Array, k: number): Step {
  const scale = largestEntry(B) || 1;
  const rows = dividedBy(B, scale);
  const { values, vectors, convergence } = eigenOfSymmetric(backend, k, upperGram(backend, rows, k, k));
  const W = reversedRows(vectors.data, k);
  const L = times(backend, [k, k, k], rowMajor(W, k), rowMajor(rows, k));
  const reduced = reduceRows(backend, L, [k, k], -1);
  const least = SHARE * SHARE * values[k - 1]!;
  const settled = k - values.findIndex((value) => value >= least);
  return { W, L, reduced, settled, scale, convergence };
}

/** The last rows and columns of a square matrix, from `start` on, times `scale`. */
function lastBlock(L: Float64Array, k: number, start: number, scale: number): Float64Array {
  const order = k - start;
  const out = new Float64Array(order * order);
  for (let i = 0; i < order; i++)
    for (let j = 0; j < order; j++) out[i * order + j] = scale * L[(start + i) * k + start + j]!;
  return out;
}

/** B = left^T diag(values) right, values unsorted and not negative. */
export interface Factors {
  readonly values: Float64Array;
  /** k x k, orthonormal rows. */
  readonly left: Float64Array;
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
  return singularFactors(backend, lastBlock(L, k, settled, scale), k - settled, floor);
}

/** The settled values with their signs, and rows I + `right` of the remainder on the diagonal. */
function assemble(backend: Backend, step: Step, k: number, rest: Factors | undefined): Factors {
  const { W, L, reduced, settled, scale } = step;
  const order = k - settled;
  const values = new Float64Array(k);
  const signs = new Float64Array(k);
  for (let i = 0; i < settled; i++) {
    values[i] = scale * Math.abs(L[i * (k + 1)]!);
    signs[i] = L[i * (k + 1)]! < 0 ? -1 : 1;
  }
  const right = diagonalRows(signs, k);
  if (rest === undefined) {
    applyAdjoint(backend, right, { vectors: reduced.vectors, tau: reduced.tau, first: 0 }, true);
    return { values, left: W, right: right.data, convergence: step.convergence };
  }
  values.set(rest.values, settled);
  const below = rowMajor(W.subarray(settled * k), k);
  W.set(times(backend, [order, order, k], rowMajor(rest.left, order), below), settled * k);
  for (let i = 0; i < order; i++)
    right.data.set(rest.right.subarray(i * order, (i + 1) * order), (settled + i) * k + settled);
  applyAdjoint(backend, right, { vectors: reduced.vectors, tau: reduced.tau, first: 0 });
  return { values, left: W, right: right.data, convergence: worse(step.convergence, rest.convergence) };
}

/** Order-k B with entries of at most `floor`: its triangular factor counts as diagonal. */
function negligibleFactors(backend: Backend, B: Float64Array, k: number): Factors {
  const L = B.slice();
  const { vectors, tau } = reduceRows(backend, L, [k, k], -1);
  const diagonal = Float64Array.from({ length: k }, (_, i) => L[i * (k + 1)]!);
  const right = diagonalRows(
    diagonal.map((value) => (value < 0 ? -1 : 1)),
    k,
  );
  applyAdjoint(backend, right, { vectors, tau, first: 0 }, true);
  const left = diagonalRows(new Float64Array(k).fill(1), k).data;
  const convergence = { converged: true, iterations: 0, residual: 0, tolerance: Number.EPSILON / 2 };
  return { values: diagonal.map(Math.abs), left, right: right.data, convergence };
}

/**
 * The singular value decomposition of a square matrix.
 *
 * @param B - k x k
 * @param floor - entries of at most this size are taken for zero where they couple values of this size
 */
export function singularFactors(backend: Backend, B: Float64Array, k: number, floor: number): Factors {
  if (largestEntry(B) <= floor) return negligibleFactors(backend, B, k);
  const step = takeStep(backend, B, k);
  return assemble(backend, step, k, remainder(backend, step, k, floor));
}

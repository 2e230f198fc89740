import type { Backend } from "../backend/backend.ts";
import { merge } from "./merge.ts";
import { sortOrder } from "./sort-order.ts";
import { tridiagonalQl } from "./tridiagonal-ql.ts";
import type { Part, Workspace } from "./workspace.ts";

const LEAF = 32;

/** Eigenvalues in increasing order and eigenvectors as the rows of a row-major matrix. */
export interface TridiagonalPairs {
  readonly values: Float64Array;
  readonly vectors: Float64Array;
  /** QL sweeps of the leaves and steps for roots of secular equations. */
  readonly iterations: number;
  /** The largest of what either neglected. */
  readonly residual: number;
}

/** A block on the diagonal, from row `start` on, by QL sweeps. */
function leaf({ rows, n }: Workspace, start: number, diagonal: Float64Array, off: Float64Array): Part {
  const size = diagonal.length;
  const values = diagonal.slice();
  const e = new Float64Array(size);
  e.set(off.subarray(0, size - 1));
  const vectors = new Float64Array(size * size);
  for (let i = 0; i < size; i++) vectors[i * (size + 1)] = 1;
  const record = tridiagonalQl(values, e, vectors);
  for (let i = 0; i < size; i++)
    rows.set(vectors.subarray(i * size, (i + 1) * size), (start + i) * n + start);
  return { start, values, order: sortOrder(values), ...record };
}

function solve(workspace: Workspace, start: number, diagonal: Float64Array, off: Float64Array): Part {
  const size = diagonal.length;
  if (size <= LEAF) return leaf(workspace, start, diagonal, off);
  const m = size >>> 1;
  const coupling = off[m - 1]!;
  const rho = Math.abs(coupling);
  const upper = diagonal.slice(0, m);
  const lower = diagonal.slice(m);
  upper[m - 1]! -= rho;
  lower[0]! -= rho;
  const first = solve(workspace, start, upper, off.subarray(0, m - 1));
  const second = solve(workspace, start + m, lower, off.subarray(m, size - 1));
  return merge(workspace, first, second, coupling);
}

/**
 * All eigenpairs of the symmetric tridiagonal matrix with the given diagonal (n) and off-diagonal (n - 1), of a norm near 1, by
 * Cuppen's divide and conquer with deflation; most of the work is in the backend's products. The eigenvectors are left in the
 * workspace's rows, in the order that is told.
 *
 * Sources: J. Cuppen (1981); M. Gu, S. Eisenstat, A divide-and-conquer algorithm for the symmetric tridiagonal eigenproblem (1995).
 */
export function conquer(workspace: Workspace, diagonal: Float64Array, off: Float64Array): Part {
  workspace.rows.fill(0);
  return solve(workspace, 0, diagonal, off);
}

/** The eigenvectors of a whole matrix by increasing eigenvalue, out of the workspace. */
export function sortedRows({ n, rows }: Workspace, order: Int32Array): Float64Array {
  const vectors = new Float64Array(n * n);
  for (let to = 0; to < n; to++) {
    const from = order[to]! * n;
    vectors.set(rows.subarray(from, from + n), to * n);
  }
  return vectors;
}

/** `conquer` in a workspace of its own. */
export function divideAndConquer(
  backend: Backend,
  diagonal: Float64Array,
  off: Float64Array,
): TridiagonalPairs {
  const n = diagonal.length;
  const square = n * n;
  return backend.withArrays([square, square, square], (rows, gathered, inner) => {
    const workspace = { backend, n, rows, gathered, inner };
    const { values, order, iterations, residual } = conquer(workspace, diagonal, off);
    const vectors = sortedRows(workspace, order);
    return { values: Float64Array.from(order, (i) => values[i]!), vectors, iterations, residual };
  });
}

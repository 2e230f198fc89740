import type { Backend } from "../backend/backend.ts";
import { join, merge, sortedByValue, type TridiagonalPairs } from "./merge.ts";
import { tridiagonalQl } from "./tridiagonal-ql.ts";

const LEAF = 32;

function leaf(diagonal: Float64Array, off: Float64Array): TridiagonalPairs {
  const n = diagonal.length;
  const values = diagonal.slice();
  const e = new Float64Array(n);
  e.set(off.subarray(0, n - 1));
  const vectors = new Float64Array(n * n);
  for (let i = 0; i < n; i++) vectors[i * (n + 1)] = 1;
  const record = tridiagonalQl(values, e, vectors);
  return sortedByValue({ values, vectors, ...record });
}

/**
 * All eigenpairs of the symmetric tridiagonal matrix with the given diagonal (n) and off-diagonal (n - 1), of a norm near 1, by
 * Cuppen's divide and conquer with deflation; most of the work is in the backend's products.
 *
 * Sources: J. Cuppen (1981); M. Gu, S. Eisenstat, A divide-and-conquer algorithm for the symmetric tridiagonal eigenproblem (1995).
 */
export function divideAndConquer(
  backend: Backend,
  diagonal: Float64Array,
  off: Float64Array,
): TridiagonalPairs {
  const n = diagonal.length;
  if (n <= LEAF) return leaf(diagonal, off);
  const m = n >>> 1;
  const coupling = off[m - 1]!;
  const rho = Math.abs(coupling);
  const upper = diagonal.slice(0, m);
  const lower = diagonal.slice(m);
  upper[m - 1]! -= rho;
  lower[0]! -= rho;
  const first = divideAndConquer(backend, upper, off.subarray(0, m - 1));
  const second = divideAndConquer(backend, lower, off.subarray(m, n - 1));
  const merged = merge(backend, join(first, second, rho, Math.sign(coupling) || 1));
  return {
    ...merged,
    iterations: merged.iterations + first.iterations + second.iterations,
    residual: Math.max(merged.residual, first.residual, second.residual),
  };
}

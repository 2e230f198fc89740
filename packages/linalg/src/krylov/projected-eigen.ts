import type { Backend } from "../backend/backend.ts";
import { applyAdjoint } from "../decompositions/reflectors.ts";
import { divideAndConquer } from "../eigen/divide-and-conquer.ts";
import { orders, type Which } from "./which.ts";

/** All eigenvalues of a small symmetric matrix, the wanted ones first, and as many eigenvectors as are asked for. */
export interface ProjectedEigen {
  readonly values: Float64Array;
  /** The first `count` eigenvectors as rows of length m. */
  vectors(count: number): Float64Array;
}

/** Eigenpairs of the symmetric m x m matrix H; only the eigenvectors asked for are carried back from the tridiagonal form. */
export function projectedEigen(backend: Backend, m: number, H: Float64Array, which: Which): ProjectedEigen {
  const { diagonal, offDiagonal, reflectors, tau } = backend.tridiagonalise(m, H);
  const inner = divideAndConquer(backend, diagonal, offDiagonal);
  const order = Array.from(inner.values.keys());
  order.sort((i, j) => orders[which](inner.values[i]!, inner.values[j]!));
  const vectors = (count: number): Float64Array => {
    const data = new Float64Array(count * m);
    for (const [to, from] of order.slice(0, count).entries())
      data.set(inner.vectors.subarray(from * m, (from + 1) * m), to * m);
    applyAdjoint(backend, { rows: count, cols: m, data }, { vectors: reflectors, tau, first: 1 });
    return data;
  };
  return { values: Float64Array.from(order, (i) => inner.values[i]!), vectors };
}

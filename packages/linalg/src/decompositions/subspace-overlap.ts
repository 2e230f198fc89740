import type { View } from "../backend/backend.ts";
import { type BackendOptions, backendOf } from "../backend-options.ts";
import type { Floats, Matrix } from "../matrix.ts";
import { rowMajor, times, transposed } from "../products.ts";
import { requireSubspaces } from "./orthonormal-rows.ts";

/**
 * The squared overlap of two subspaces, |U V^T|_F^2 / p = the sum of the squared cosines of their principal angles over p, in [0, 1]:
 * 1 if the rows of U lie in the space of V, p'/d on average for a random V of p' rows.
 *
 * @param U - p x d, orthonormal ROWS: the directions looked for
 * @param V - p' x d, orthonormal ROWS: those found
 * @param options - `backend`
 * @throws TypeError for rows that are not orthonormal (to 1e-5) or shapes that do not fit; RangeError for NaN or infinite entries
 *
 * Source: A. Bjorck, G. Golub, Numerical methods for computing angles between linear subspaces (1973).
 */
export function subspaceOverlap(U: Matrix<Floats>, V: Matrix<Floats>, options: BackendOptions = {}): number {
  const backend = backendOf("subspaceOverlap", options);
  requireSubspaces("subspaceOverlap", U, V, backend);
  const d = U.cols;
  const view = ({ data }: Matrix<Floats>): View => rowMajor(new Float64Array(data), d);
  const products = times(backend, [U.rows, d, V.rows], view(U), transposed(view(V)));
  return products.reduce((sum, value) => sum + value * value, 0) / U.rows;
}

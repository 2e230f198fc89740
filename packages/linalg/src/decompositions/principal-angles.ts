import type { Backend } from "../backend/backend.ts";
import { type BackendOptions, backendOf } from "../backend-options.ts";
import type { Floats, Matrix } from "../matrix.ts";
import { rowMajor, times, transposed } from "../products.ts";
import { requireSubspaces } from "./orthonormal-rows.ts";
import { singularValuesOf } from "./singular-values.ts";

/** Cosines in decreasing and sines in increasing order: singular values of C = U V^T and of U - C V. */
function cosinesAndSines(
  backend: Backend,
  U: Matrix<Floats>,
  V: Matrix<Floats>,
): [Float64Array, Float64Array] {
  const { rows: p, cols: d } = U;
  const q = V.rows;
  const rest = new Float64Array(U.data);
  const basis = rowMajor(new Float64Array(V.data), d);
  const C = times(backend, [p, d, q], rowMajor(rest, d), transposed(basis));
  const inside = times(backend, [p, q, d], rowMajor(C, q), basis);
  for (let i = 0; i < rest.length; i++) rest[i]! -= inside[i]!;
  const cosines = singularValuesOf(backend, { rows: p, cols: q, data: C }).values;
  const sines = singularValuesOf(backend, { rows: p, cols: d, data: rest }).values;
  return [cosines, sines.reverse()];
}

/**
 * The principal angles between the subspaces that the rows of U and V span, from cosines and sines, so that small angles keep their
 * digits.
 *
 * @param U - p x d, orthonormal ROWS
 * @param V - q x d, orthonormal ROWS
 * @param options - `backend`
 * @returns min(p, q) angles in [0, pi/2], in increasing order; the squared cosines are squared overlaps
 * @throws TypeError for rows that are not orthonormal (to 1e-5) or shapes that do not fit; RangeError for NaN or infinite entries
 *
 * Source: A. Bjorck, G. Golub, Numerical methods for computing angles between linear subspaces (1973).
 */
export function principalAngles(
  U: Matrix<Floats>,
  V: Matrix<Floats>,
  options: BackendOptions = {},
): Float64Array {
  const backend = backendOf("principalAngles", options);
  requireSubspaces("principalAngles", U, V, backend);
  const [cosines, sines] = U.rows <= V.rows ? cosinesAndSines(backend, U, V) : cosinesAndSines(backend, V, U);
  return cosines.map((cosine, j) => Math.atan2(sines[j]!, cosine));
}

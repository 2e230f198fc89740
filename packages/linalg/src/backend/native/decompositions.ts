import type { Floats } from "../../matrix.ts";
import type { Tridiagonal } from "../backend.ts";
import { copyUpper } from "../copy-upper.ts";
import type { NativeFunction } from "./koffi.ts";

// LAPACK reads columns: our upper triangle is its lower one, and its columns below the diagonal are our rows beyond it.
const LOWER: Uint8Array = /* @__PURE__ */ Uint8Array.of(76);

/** Columns that a step of the reduction works on, for the size of its work array. */
const PANEL = 64;

/** Writes the upper triangle of U with A = U^T U, both of order n (LAPACK's dpotrf); the index of the first bad pivot, or -1. */
export function nativeCholesky(dpotrf: NativeFunction, n: number, A: Floats, U: Float64Array): number {
  const info = new Int32Array(1);
  copyUpper(n, n, { data: A, stride: n }, { data: U, stride: n });
  dpotrf(LOWER, Int32Array.of(n), U, Int32Array.of(n), info);
  const end = info[0]! > 0 ? info[0]! - 1 : n;
  // NaN and infinity pass some versions' test of the pivot; they show on the diagonal.
  for (let j = 0; j < end; j++) if (!(U[j * n + j]! > 0 && U[j * n + j]! < Infinity)) return j;
  return end < n ? end : -1;
}

/** Householder reduction to tridiagonal form (LAPACK's dsytrd). */
export function nativeTridiagonalise(dsytrd: NativeFunction, n: number, A: Float64Array): Tridiagonal {
  const order = Int32Array.of(n);
  const reflectors = A.slice();
  const diagonal = new Float64Array(n);
  const offDiagonal = new Float64Array(n - 1);
  const tau = new Float64Array(n - 1);
  const work = new Float64Array(PANEL * n);
  const info = new Int32Array(1);
  const results = [diagonal, offDiagonal, tau];
  dsytrd(LOWER, order, reflectors, order, ...results, work, Int32Array.of(work.length), info);
  for (let j = 0; j + 1 < n; j++) reflectors[j * n + j + 1] = 1;
  return { diagonal, offDiagonal, reflectors, tau };
}

import type { Bidiagonal } from "../backend.ts";
import { makeReflector, reflect } from "./reflector.ts";

/** Column j from row j on. */
function column(A: Float64Array, n: number, j: number): Float64Array {
  return Float64Array.from({ length: n - j }, (_, i) => A[(j + i) * n + j]!);
}

/** Subtracts tau v (v^T A) from the rows from j on, in columns from j + 1 on. */
function reflectColumns(A: Float64Array, n: number, j: number, v: Float64Array, tau: number): void {
  const product = new Float64Array(n);
  for (let i = j; i < n; i++) for (let k = j + 1; k < n; k++) product[k]! += v[i - j]! * A[i * n + k]!;
  for (let i = j; i < n; i++) for (let k = j + 1; k < n; k++) A[i * n + k]! -= tau * v[i - j]! * product[k]!;
}

/** Householder reduction of a square matrix, column and row in turn. */
export function referenceBidiagonalise(n: number, source: Float64Array): Bidiagonal {
  const A = source.slice();
  const diagonal = new Float64Array(n);
  const offDiagonal = new Float64Array(n - 1);
  for (let j = 0; j < n; j++) {
    const left = column(A, n, j);
    const v = new Float64Array(n - j);
    reflectColumns(A, n, j, v, makeReflector(left, v));
    diagonal[j] = left[0]!;
    if (j === n - 1) break;
    const row = A.subarray(j * n + j + 1, (j + 1) * n);
    const u = new Float64Array(n - j - 1);
    const tau = makeReflector(row, u);
    offDiagonal[j] = row[0]!;
    for (let i = j + 1; i < n; i++) reflect(A.subarray(i * n + j + 1, (i + 1) * n), u, tau);
  }
  return { diagonal, offDiagonal };
}

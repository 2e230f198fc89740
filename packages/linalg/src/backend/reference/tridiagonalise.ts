import type { Tridiagonal } from "../backend.ts";
import { makeReflector } from "./reflector.ts";

/** w = tau A v - (tau/2)(tau v . A v) v for the trailing block from `start` on, of which the upper triangle is read. */
function correction(A: Float64Array, n: number, start: number, v: Float64Array, tau: number): Float64Array {
  const m = n - start;
  const w = new Float64Array(m);
  for (let i = 0; i < m; i++)
    for (let j = i; j < m; j++) {
      const value = A[(start + i) * n + start + j]!;
      w[i]! += value * v[j]!;
      if (j !== i) w[j]! += value * v[i]!;
    }
  const inner = w.reduce((sum, value, i) => sum + value * v[i]!, 0);
  return w.map((value, i) => tau * (value - 0.5 * tau * inner * v[i]!));
}

/** Householder reduction of the symmetric A, order n, column by column. */
export function referenceTridiagonalise(n: number, source: Float64Array): Tridiagonal {
  const A = source.slice();
  const diagonal = new Float64Array(n);
  const offDiagonal = new Float64Array(n - 1);
  const taus = new Float64Array(n - 1);
  for (let j = 0; j < n; j++) {
    diagonal[j] = A[j * n + j]!;
    const start = j + 1;
    if (start === n) break;
    const row = A.subarray(j * n + start, (j + 1) * n);
    const v = new Float64Array(row.length);
    const tau = makeReflector(row, v);
    offDiagonal[j] = row[0]!;
    taus[j] = tau;
    row.set(v);
    const w = correction(A, n, start, v, tau);
    for (let i = 0; i < w.length; i++)
      for (let k = i; k < w.length; k++) A[(start + i) * n + start + k]! -= v[i]! * w[k]! + w[i]! * v[k]!;
  }
  return { diagonal, offDiagonal, reflectors: A, tau: taus };
}

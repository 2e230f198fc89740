import type { Tridiagonal } from "../backend.ts";

/** Makes v (v_0 = 1) of the reflector that maps x to (beta, 0, ..., 0) over x. */
function reflector(x: Float64Array): { readonly tau: number; readonly beta: number } {
  const first = x[0]!;
  const largest = x.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const tail = x.subarray(1);
  x[0] = 1;
  if (tail.every((value) => value === 0)) return { tau: 0, beta: first };
  const squares = tail.reduce((sum, value) => sum + (value / largest) ** 2, (first / largest) ** 2);
  const norm = largest * Math.sqrt(squares);
  const beta = first > 0 ? -norm : norm;
  for (let i = 0; i < tail.length; i++) tail[i]! /= first - beta;
  return { tau: (beta - first) / beta, beta };
}

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
    const v = A.subarray(j * n + start, (j + 1) * n);
    const { tau, beta } = reflector(v);
    offDiagonal[j] = beta;
    taus[j] = tau;
    const w = correction(A, n, start, v, tau);
    for (let i = 0; i < w.length; i++)
      for (let k = i; k < w.length; k++) A[(start + i) * n + start + k]! -= v[i]! * w[k]! + w[i]! * v[k]!;
  }
  return { diagonal, offDiagonal, reflectors: A, tau: taus };
}

/** A determinant and its derivative. */
export interface Determinant {
  readonly value: number;
  readonly slope: number;
}

/**
 * det(I + sign A) and its derivative when A has the derivative S, n x n and symmetric, by a Cholesky decomposition I + sign A = L L^T:
 * the product of L_ii^2, times sign tr(L^{-1} S L^{-T}). Both are 0 if I + sign A is not positive but for rounding.
 */
export function shiftedDeterminant(A: Float64Array, S: Float64Array, n: number, sign: 1 | -1): Determinant {
  const L = new Float64Array(n * n);
  const inverse = new Float64Array(n * n);
  let [value, trace] = [1, 0];
  for (let i = 0; i < n; i++) {
    const rest = decomposeRow(L, A, n, i, sign);
    if (!(rest > 0)) return { value: 0, slope: 0 };
    value *= rest;
    invertRow(inverse, L, n, i);
    trace += quadraticForm(S, inverse.subarray(i * n, i * n + i + 1), n);
  }
  return { value, slope: value * sign * trace };
}

/** Row i of L; L_ii^2 is given back. */
function decomposeRow(L: Float64Array, A: Float64Array, n: number, i: number, sign: number): number {
  let rest = 0;
  for (let j = 0; j <= i; j++) {
    rest = sign * A[i * n + j]! + (i === j ? 1 : 0);
    for (let k = 0; k < j; k++) rest -= L[i * n + k]! * L[j * n + k]!;
    L[i * n + j] = i === j ? Math.sqrt(rest) : rest / L[j * n + j]!;
  }
  return rest;
}

/** Row i of L^{-1}, from the rows before. */
function invertRow(inverse: Float64Array, L: Float64Array, n: number, i: number): void {
  inverse[i * n + i] = 1;
  for (let k = 0; k < i; k++)
    for (let j = 0; j <= k; j++) inverse[i * n + j]! -= L[i * n + k]! * inverse[k * n + j]!;
  for (let j = 0; j <= i; j++) inverse[i * n + j]! /= L[i * n + i]!;
}

/** q^T S q over the leading part of S that q has entries for. */
function quadraticForm(S: Float64Array, q: Float64Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < q.length; i++) {
    let row = (S[i * n + i]! * q[i]!) / 2;
    for (let j = 0; j < i; j++) row += S[i * n + j]! * q[j]!;
    sum += 2 * q[i]! * row;
  }
  return sum;
}

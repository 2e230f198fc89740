// p x p matrices, row by row, for the few projections of a multi-index model.

/** The inverse of a symmetric positive definite matrix, by Gauss-Jordan without pivoting. */
export function inverse(A: Float64Array, p: number): Float64Array {
  const work = A.slice();
  const out = identity(p);
  for (let k = 0; k < p; k++) {
    const pivot = 1 / work[k * p + k]!;
    for (let j = 0; j < p; j++) {
      work[k * p + j]! *= pivot;
      out[k * p + j]! *= pivot;
    }
    for (let i = 0; i < p; i++) {
      const factor = work[i * p + k]!;
      if (i === k || factor === 0) continue;
      for (let j = 0; j < p; j++) {
        work[i * p + j]! -= factor * work[k * p + j]!;
        out[i * p + j]! -= factor * out[k * p + j]!;
      }
    }
  }
  return out;
}

/** (I + L)^{-1}: the posterior covariance of p coordinates from N(0, I) seen at precision L. */
export function posteriorCovariance(L: Float64Array, p: number): Float64Array {
  return inverse(
    L.map((value, at) => value + (at % (p + 1) === 0 ? 1 : 0)),
    p,
  );
}

/** I. */
export function identity(p: number): Float64Array {
  return Float64Array.from({ length: p * p }, (_, at) => (at % (p + 1) === 0 ? 1 : 0));
}

/** A B. */
export function times(A: Float64Array, B: Float64Array, p: number): Float64Array {
  const out = new Float64Array(p * p);
  for (let i = 0; i < p; i++)
    for (let k = 0; k < p; k++) for (let j = 0; j < p; j++) out[i * p + j]! += A[i * p + k]! * B[k * p + j]!;
  return out;
}

/** The lower triangular L with L L^T = A, A positive semidefinite. */
export function lowerRoot(A: Float64Array, p: number): Float64Array {
  const L = new Float64Array(p * p);
  for (let i = 0; i < p; i++)
    for (let j = 0; j <= i; j++) {
      let sum = A[i * p + j]!;
      for (let k = 0; k < j; k++) sum -= L[i * p + k]! * L[j * p + k]!;
      if (i === j) L[i * p + i] = Math.sqrt(Math.max(sum, 0));
      else L[i * p + j] = L[j * p + j]! > 0 ? sum / L[j * p + j]! : 0;
    }
  return L;
}

/** out += L x for a lower triangular L, x being the p entries of `values` from `at` on. */
export function addLower(L: Float64Array, values: Float64Array, at: number, out: Float64Array): void {
  const p = out.length;
  for (let i = 0; i < p; i++) for (let k = 0; k <= i; k++) out[i]! += L[i * p + k]! * values[at + k]!;
}

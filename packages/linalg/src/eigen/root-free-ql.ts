import type { QlOutcome } from "./tridiagonal-ql.ts";

const MAXIMUM_SWEEPS = 60;
const ROUNDING = Number.EPSILON / 2;
/** Squared cosines below this are taken for zero: their inverses would overflow. */
const NEGLIGIBLE = 1e-150;

/** Squared size of off-diagonal entry i relative to the diagonal entries beside it. */
function coupling(d: Float64Array, squares: Float64Array, i: number): number {
  if (squares[i] === 0) return 0;
  return Math.sqrt(squares[i]!) / (Math.abs(d[i]!) + Math.abs(d[i + 1]!));
}

/** The first index from `start` on whose off-diagonal entry is negligible. */
function blockEnd(d: Float64Array, squares: Float64Array, start: number): number {
  const last = d.length - 1;
  let end = start;
  while (end < last) {
    const bound = ROUNDING * (Math.abs(d[end]!) + Math.abs(d[end + 1]!));
    if (squares[end]! <= bound * bound) break;
    end++;
  }
  return end;
}

/** Wilkinson's shift: the eigenvalue of the leading 2 x 2 block that is nearer to its first entry. */
function wilkinsonShift(d: Float64Array, squares: Float64Array, start: number): number {
  const e = Math.sqrt(squares[start]!);
  const half = (d[start + 1]! - d[start]!) / (2 * e);
  const root = Math.sqrt(half * half + 1);
  return d[start]! - e / (half + (half < 0 ? -root : root));
}

/** One QL sweep on the block from `start` to `end`. */
function sweep(d: Float64Array, squares: Float64Array, start: number, end: number): void {
  const shift = wilkinsonShift(d, squares, start);
  let c = 1;
  let s = 0;
  let gamma = d[end]! - shift;
  let p = gamma * gamma;
  for (let i = end - 1; i >= start; i--) {
    const square = squares[i]!;
    const r = p + square;
    squares[i + 1] = s * r;
    const cBefore = c;
    const gammaBefore = gamma;
    const entry = d[i]!;
    c = p / r;
    s = square / r;
    gamma = c * (entry - shift) - s * gammaBefore;
    d[i + 1] = gammaBefore + (entry - gamma);
    // gamma^2 / c; r / p does not wait for gamma.
    p = p > NEGLIGIBLE * r ? gamma * gamma * (r / p) : cBefore * square;
  }
  squares[start] = s * p;
  squares[end] = 0;
  d[start] = shift + gamma;
}

/**
 * Eigenvalues of the symmetric tridiagonal matrix with diagonal `d` and the squares of its off-diagonal entries, by QL sweeps with
 * Wilkinson's shift that take no square roots, in place and unsorted. The norm should be near 1.
 *
 * @param d - n diagonal entries; the eigenvalues on return
 * @param squares - n entries, of which the first n - 1 are the squares; overwritten
 * @returns sweeps taken, at most 60 for each eigenvalue, and what was neglected
 *
 * Source: B. Parlett, The symmetric eigenvalue problem (1980), section 8.15 (the variant of Pal, Walker and Kahan).
 */
export function rootFreeQl(d: Float64Array, squares: Float64Array): QlOutcome {
  let iterations = 0;
  let residual = 0;
  for (let start = 0; start < d.length - 1; start++) {
    for (let count = 0; count < MAXIMUM_SWEEPS; count++) {
      const end = blockEnd(d, squares, start);
      if (end === start) break;
      sweep(d, squares, start, end);
      iterations++;
    }
    residual = Math.max(residual, coupling(d, squares, start));
  }
  return { iterations, residual };
}

const MAXIMUM_SWEEPS = 60;

/** How the iterations ended. */
export interface QlOutcome {
  /** Sweeps over all eigenvalues. */
  readonly iterations: number;
  /** The largest neglected off-diagonal entry, relative to its two diagonal ones; above half a unit roundoff if sweeps ran out. */
  readonly residual: number;
}

/** Applies the rotation (c, s) to rows i and i + 1 of a matrix with `cols` columns. */
function rotateRows(vectors: Float64Array, cols: number, i: number, c: number, s: number): void {
  const upper = i * cols;
  const lower = upper + cols;
  for (let k = 0; k < cols; k++) {
    const below = vectors[lower + k]!;
    const above = vectors[upper + k]!;
    vectors[lower + k] = s * above + c * below;
    vectors[upper + k] = c * above - s * below;
  }
}

/** Size of off-diagonal entry i relative to the diagonal entries beside it. */
function coupling(d: Float64Array, e: Float64Array, i: number): number {
  const size = Math.abs(e[i]!);
  return size === 0 ? 0 : size / (Math.abs(d[i]!) + Math.abs(d[i + 1]!));
}

/** The first index from `start` on whose off-diagonal entry is negligible. */
function blockEnd(d: Float64Array, e: Float64Array, start: number): number {
  const last = d.length - 1;
  let end = start;
  while (end < last) {
    const scale = Math.abs(d[end]!) + Math.abs(d[end + 1]!);
    if (Math.abs(e[end]!) <= Number.EPSILON * 0.5 * scale) break;
    end++;
  }
  return end;
}

/** One implicit QL sweep with Wilkinson's shift on the block from `start` to `end`; it ends early when a rotation vanishes. */
function sweep(d: Float64Array, e: Float64Array, start: number, end: number, vectors: Float64Array): void {
  const cols = vectors.length / d.length;
  const half = (d[start + 1]! - d[start]!) / (2 * e[start]!);
  const root = Math.sqrt(half * half + 1);
  let g = d[end]! - d[start]! + e[start]! / (half + (half < 0 ? -root : root));
  let s = 1;
  let c = 1;
  let p = 0;
  for (let i = end - 1; i >= start; i--) {
    const f = s * e[i]!;
    const b = c * e[i]!;
    const r = Math.sqrt(f * f + g * g);
    e[i + 1] = r;
    if (r === 0) {
      d[i + 1]! -= p;
      e[end] = 0;
      return;
    }
    s = f / r;
    c = g / r;
    g = d[i + 1]! - p;
    const t = (d[i]! - g) * s + 2 * c * b;
    p = s * t;
    d[i + 1] = g + p;
    g = c * t - b;
    rotateRows(vectors, cols, i, c, s);
  }
  d[start]! -= p;
  e[start] = g;
  e[end] = 0;
}

/**
 * Eigenpairs of the symmetric tridiagonal matrix with diagonal `d` and off-diagonal `e`, by implicit QL sweeps with Wilkinson's
 * shift, in place and unsorted. Squares are formed as they are: scale the matrix to a norm near 1.
 *
 * @param d - n diagonal entries; the eigenvalues on return
 * @param e - n entries, of which the first n - 1 are the off-diagonal; overwritten
 * @param vectors - n x cols, row-major: its rows are rotated along, so that the identity becomes the eigenvectors as rows
 * @returns sweeps taken, at most 60 for each eigenvalue, and what was neglected
 */
export function tridiagonalQl(d: Float64Array, e: Float64Array, vectors: Float64Array): QlOutcome {
  let iterations = 0;
  let residual = 0;
  for (let start = 0; start < d.length - 1; start++) {
    for (let count = 0; count < MAXIMUM_SWEEPS; count++) {
      const end = blockEnd(d, e, start);
      if (end === start) break;
      sweep(d, e, start, end, vectors);
      iterations++;
    }
    residual = Math.max(residual, coupling(d, e, start));
  }
  return { iterations, residual };
}

/** The inner product of `n` entries of `a` from `i` on with as many of `b` from `j` on. */
function dot(a: Float64Array, i: number, b: Float64Array, j: number, n: number): number {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  let k = 0;
  for (; k + 3 < n; k += 4) {
    s0 += a[i + k]! * b[j + k]!;
    s1 += a[i + k + 1]! * b[j + k + 1]!;
    s2 += a[i + k + 2]! * b[j + k + 2]!;
    s3 += a[i + k + 3]! * b[j + k + 3]!;
  }
  for (; k < n; k++) s0 += a[i + k]! * b[j + k]!;
  return s0 + s1 + (s2 + s3);
}

/** Adds `factor` times `n` entries of `b` from `j` on to those of `a` from `i` on. */
function add(a: Float64Array, i: number, factor: number, b: Float64Array, j: number, n: number): void {
  for (let k = 0; k < n; k++) a[i + k]! += factor * b[j + k]!;
}

/** Takes the first `kept` rows out of row j, notes the coefficients, and returns the length of what is left. */
function reduceRow(
  W: Float64Array,
  n: number,
  j: number,
  kept: number,
  L: Float64Array,
  rows: number,
): number {
  for (let i = 0; i < kept; i++) {
    const overlap = dot(W, i * n, W, j * n, n);
    L[j * rows + i] = overlap;
    add(W, j * n, -overlap, W, i * n, n);
  }
  return Math.sqrt(dot(W, j * n, W, j * n, n));
}

/** How a block of rows was factored. */
export interface RowFactor {
  /** Orthonormal rows, now the first ones. */
  readonly kept: number;
  /** The shortest remainder that was kept. */
  readonly shortest: number;
}

/**
 * W = L V with orthonormal rows V, by modified Gram-Schmidt in place. A row whose remainder is at most `threshold` long adds
 * nothing to the span and is dropped.
 *
 * @param W - rows x n; its first `kept` rows are V on return
 * @param L - rows x rows; columns up to `kept` are written
 */
export function orthonormaliseRows(
  W: Float64Array,
  rows: number,
  n: number,
  threshold: number,
  L: Float64Array,
): RowFactor {
  let kept = 0;
  let shortest = Number.POSITIVE_INFINITY;
  L.fill(0, 0, rows * rows);
  for (let j = 0; j < rows; j++) {
    const length = reduceRow(W, n, j, kept, L, rows);
    if (!(length > threshold)) continue;
    shortest = Math.min(shortest, length);
    L[j * rows + kept] = length;
    const inverse = 1 / length;
    for (let k = 0; k < n; k++) W[kept * n + k] = W[j * n + k]! * inverse;
    kept++;
  }
  return { kept, shortest };
}

/** Scales rows to length 1; rows of zeros stay. */
export function normaliseRows(W: Float64Array, rows: number, n: number): void {
  for (let i = 0; i < rows; i++) {
    const row = W.subarray(i * n, (i + 1) * n);
    const size = row.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
    for (let k = 0; k < n; k++) row[k]! /= size;
    const length = Math.sqrt(dot(row, 0, row, 0, n)) || 1;
    for (let k = 0; k < n; k++) row[k]! /= length;
  }
}

import type { Backend } from "../backend/backend.ts";
import { rowMajor, times } from "../decompositions/products.ts";
import { type Deflated, deflate } from "./deflate.ts";
import { type Roots, secularRoots } from "./secular.ts";
import { secularVectors } from "./secular-vectors.ts";

/** Eigenvalues in increasing order and eigenvectors as the rows of a row-major matrix. */
export interface TridiagonalPairs {
  readonly values: Float64Array;
  readonly vectors: Float64Array;
  /** QL sweeps of the leaves and steps for roots of secular equations. */
  readonly iterations: number;
  /** The largest of what either neglected. */
  readonly residual: number;
}

/** Indices by increasing value. */
function sortOrder(values: Float64Array): Int32Array {
  return Int32Array.from(values, (_, i) => i).sort((i, j) => values[i]! - values[j]!);
}

/** Pairs by increasing value. */
export function sortedByValue({ values, vectors, ...record }: TridiagonalPairs): TridiagonalPairs {
  const n = values.length;
  const order = sortOrder(values);
  return {
    values: Float64Array.from(order, (i) => values[i]!),
    vectors: gather(vectors, n, order, 0, n),
    ...record,
  };
}

/** The rows `rows` of `source` (`cols` columns), restricted to columns from `start` for `width`. */
function gather(
  source: Float64Array,
  cols: number,
  rows: ArrayLike<number>,
  start: number,
  width: number,
): Float64Array {
  const out = new Float64Array(rows.length * width);
  for (let to = 0; to < rows.length; to++) {
    const from = rows[to]! * cols + start;
    out.set(source.subarray(from, from + width), to * width);
  }
  return out;
}

/** The columns `columns` of a square matrix of order k. */
function columnsOf(matrix: Float64Array, k: number, columns: readonly number[]): Float64Array {
  const width = columns.length;
  const out = new Float64Array(k * width);
  for (let row = 0; row < k; row++)
    for (let to = 0; to < width; to++) out[row * width + to] = matrix[row * k + columns[to]!]!;
  return out;
}

/** Two halves as one problem: diag(d) + rho z z^T over the rows of a block-diagonal matrix. */
export interface Joined {
  /** Order of the first half. */
  readonly m: number;
  readonly n: number;
  readonly rho: number;
  readonly d: Float64Array;
  readonly z: Float64Array;
  /** n x n, the halves' eigenvectors as rows. */
  readonly rows: Float64Array;
}

/** The update is rho u u^T with u = last unit vector of the first half plus `sign` times the first of the second. */
export function join(first: TridiagonalPairs, second: TridiagonalPairs, rho: number, sign: number): Joined {
  const m = first.values.length;
  const size = second.values.length;
  const n = m + size;
  const rows = new Float64Array(n * n);
  const d = new Float64Array(n);
  const z = new Float64Array(n);
  d.set(first.values);
  d.set(second.values, m);
  for (let i = 0; i < m; i++) rows.set(first.vectors.subarray(i * m, (i + 1) * m), i * n);
  for (let i = 0; i < size; i++) rows.set(second.vectors.subarray(i * size, (i + 1) * size), (m + i) * n + m);
  for (let i = 0; i < n; i++) z[i] = i < m ? rows[i * n + m - 1]! : sign * rows[i * n + m]!;
  return { m, n, rho, d, z, rows };
}

/** Deflates; `mixed` says that a rotation has joined rows of both halves, whose entries then lie in all columns. */
function deflateJoined({ m, n, rho, d, z, rows }: Joined): Deflated & { readonly mixed: boolean } {
  let mixed = false;
  const rotate = (i: number, j: number, c: number, s: number): void => {
    if (i < m !== j < m) mixed = true;
    for (let k = 0; k < n; k++) {
      const a = rows[i * n + k]!;
      const b = rows[j * n + k]!;
      rows[i * n + k] = c * a + s * b;
      rows[j * n + k] = c * b - s * a;
    }
  };
  const deflated = deflate({ d, z, rho, rotate }, sortOrder(d));
  return { ...deflated, mixed };
}

/** inner (k x k) times the active rows, in columns from `start`: row j of it goes to row place[j] of `vectors`. */
function multiplyInto(
  backend: Backend,
  { vectors, place }: { readonly vectors: Float64Array; readonly place: Int32Array },
  { n, rows }: Joined,
  inner: Float64Array,
  active: readonly number[],
  [start, width]: readonly [number, number],
): void {
  const k = active.length;
  const columns: number[] = [];
  for (let at = 0; at < k; at++) if (active[at]! >= start && active[at]! < start + width) columns.push(at);
  const kept = columns.length;
  if (kept === 0) return;
  const left = kept === k ? inner : columnsOf(inner, k, columns);
  const right = gather(
    rows,
    n,
    columns.map((at) => active[at]!),
    start,
    width,
  );
  const block = times(backend, [k, kept, width], rowMajor(left, kept), rowMajor(right, width));
  for (let j = 0; j < k; j++) vectors.set(block.subarray(j * width, (j + 1) * width), place[j]! * n + start);
}

/** Where each index goes when values are sorted. */
function sortedPlaces(order: Int32Array): Int32Array {
  const place = new Int32Array(order.length);
  for (let to = 0; to < order.length; to++) place[order[to]!] = to;
  return place;
}

/** Eigenvalues of the roots, then those that were settled by deflation. */
function mergedValues(
  poles: Float64Array,
  { pole, offset }: Roots,
  settled: readonly number[],
  d: Float64Array,
) {
  const k = poles.length;
  const values = new Float64Array(k + settled.length);
  for (let j = 0; j < k; j++) values[j] = poles[pole[j]!]! + offset[j]!;
  for (let to = 0; to < settled.length; to++) values[k + to] = d[settled[to]!]!;
  return values;
}

/** Eigenpairs of the joined halves. */
export function merge(backend: Backend, joined: Joined): TridiagonalPairs {
  const { m, n, rho, d, z, rows } = joined;
  const { active, settled, mixed } = deflateJoined(joined);
  const poles = Float64Array.from(active, (i) => d[i]!);
  const weights = Float64Array.from(active, (i) => z[i]!);
  const roots = secularRoots(
    poles,
    weights.map((w) => rho * w * w),
  );
  const inner = secularVectors(poles, weights, roots);
  const values = mergedValues(poles, roots, settled, d);
  const order = sortOrder(values);
  const target = { vectors: new Float64Array(n * n), place: sortedPlaces(order) };
  const parts = mixed ? [[0, n] as const] : [[0, m] as const, [m, n - m] as const];
  for (const part of parts) multiplyInto(backend, target, joined, inner, active, part);
  for (let to = 0; to < settled.length; to++) {
    const from = settled[to]! * n;
    target.vectors.set(rows.subarray(from, from + n), target.place[active.length + to]! * n);
  }
  const { iterations, residual } = roots;
  return {
    values: Float64Array.from(order, (i) => values[i]!),
    vectors: target.vectors,
    iterations,
    residual,
  };
}

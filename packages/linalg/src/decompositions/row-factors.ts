import type { Backend } from "../backend/backend.ts";
import { rowMajor } from "../products.ts";
import { reduceRows, reductionScratch } from "./reduce-rows.ts";
import { applyAdjoint, type Reflectors } from "./reflectors.ts";

/** Writes diag(values) with `cols` columns. */
export function writeDiagonal(values: Float64Array, cols: number, out: Float64Array): void {
  const rows = values.length;
  out.fill(0, 0, rows * cols);
  for (let i = 0; i < rows; i++) out[i * cols + i] = values[i]!;
}

/** Signs, 1 or -1, of the leading diagonal entries of a matrix with `cols` columns. */
export function diagonalSigns(L: Float64Array, cols: number, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => (L[i * (cols + 1)]! < 0 ? -1 : 1));
}

/** W X = L Z, Z being the leading rows of the product of the reflectors. */
export interface RowFactors {
  /** k x k, lower triangular. */
  readonly L: Float64Array;
  readonly reflectors: Reflectors;
}

/** The leading k columns of k rows. */
export function leadingSquare(X: Float64Array, k: number, cols: number): Float64Array {
  const out = new Float64Array(k * k);
  for (let i = 0; i < k; i++) out.set(X.subarray(i * cols, i * cols + k), i * k);
  return out;
}

/**
 * The triangular factor of W X by rows.
 *
 * @param X - k x cols, k <= cols
 * @param W - k x k
 */
export function rowFactors(
  backend: Backend,
  [k, cols]: readonly [number, number],
  X: Float64Array,
  W: Float64Array,
): RowFactors {
  const size = k * cols;
  const lengths = [size, k * k, size, size, reductionScratch(k, cols)];
  return backend.withArrays(lengths, (rows, rotation, rotated, vectors, scratch) => {
    rows.set(X);
    rotation.set(W);
    const factors = { A: rowMajor(rotation, k), B: rowMajor(rows, cols) };
    backend.product({ m: k, n: cols, k, alpha: 1, ...factors, C: rotated });
    const reduction = { X: rotated, rows: k, cols, vectors, scratch };
    const { tau, first } = reduceRows(backend, reduction, -1);
    return { L: leadingSquare(rotated, k, cols), reflectors: { vectors: vectors.slice(), tau, first } };
  });
}

/**
 * W Z for the k rows that `fill` writes.
 *
 * @param diagonal - whether W is diagonal
 */
export function mappedRows(
  backend: Backend,
  [k, cols]: readonly [number, number],
  { vectors, tau, first }: Reflectors,
  fill: (W: Float64Array) => void,
  diagonal: boolean,
): Float64Array {
  const lengths = [k * cols, vectors.length, reductionScratch(k, cols)];
  return backend.withArrays(lengths, (data, copy, scratch) => {
    copy.set(vectors);
    fill(data);
    const W = { rows: k, cols, data };
    applyAdjoint(backend, W, { vectors: copy, tau, first }, { triangular: diagonal, scratch });
    return data.slice();
  });
}

import type { Backend } from "../backend/backend.ts";
import { rowMajor } from "../products.ts";

/** Orthonormal rows, the last block of which may still wait for the operator, with room to work in. */
export interface Basis {
  readonly backend: Backend;
  /** Length of a row. */
  readonly n: number;
  /** Rows there is room for. */
  readonly capacity: number;
  /** Largest number of rows that are added at once. */
  readonly block: number;
  /** capacity x n. */
  readonly data: Float64Array;
  /** Rows so far. */
  size: number;
  /** block x n: the rows to be added. */
  readonly incoming: Float64Array;
  /** capacity x block: row i holds the overlaps of basis row i with what came in last. */
  readonly overlaps: Float64Array;
  /** block x block: what came in = overlaps with the basis + factor times the rows added. */
  readonly factor: Float64Array;
  /** Room for a product, a correction of overlaps, and a factor. */
  readonly work: { rows: Float64Array; overlaps: Float64Array; factor: Float64Array };
}

/** Rows of the basis that enter one product, so that kernels copy at most about 64 MB at once. */
const CHUNK_ENTRIES = 2 ** 23;

/** An empty basis. */
export function createBasis(backend: Backend, n: number, capacity: number, block: number): Basis {
  return {
    backend,
    n,
    capacity,
    block,
    data: new Float64Array(capacity * n),
    size: 0,
    incoming: new Float64Array(block * n),
    overlaps: new Float64Array(capacity * block),
    factor: new Float64Array(block * block),
    work: {
      rows: new Float64Array(block * n),
      overlaps: new Float64Array(capacity * block),
      factor: new Float64Array(block * block),
    },
  };
}

/** Ranges of basis rows to be taken together. */
export function* chunks({ n, block }: Basis, from: number, to: number): Generator<readonly [number, number]> {
  const step = Math.max(block, Math.floor(CHUNK_ENTRIES / n));
  for (let start = from; start < to; start += step) yield [start, Math.min(start + step, to)];
}

/** Rows `from` to `to` of the basis. */
export function basisRows({ data, n }: Basis, from: number, to: number): Float64Array {
  return data.subarray(from * n, to * n);
}

/** out (k x n) = S Q for the first m rows Q of the basis; S is k x m. */
export function combineRows(basis: Basis, S: Float64Array, k: number, m: number, out: Float64Array): void {
  const { n, backend } = basis;
  const part = m * n > CHUNK_ENTRIES ? new Float64Array(k * n) : out;
  for (const [start, end] of chunks(basis, 0, m)) {
    const A = rowMajor(S.subarray(start, k * m), m);
    const B = rowMajor(basisRows(basis, start, end), n);
    backend.product({ m: k, n, k: end - start, alpha: 1, A, B, C: part });
    if (part !== out) for (let i = 0; i < part.length; i++) out[i] = part[i]! + (start === 0 ? 0 : out[i]!);
  }
}

/** The first m rows become the k combinations S of them (k x m, k <= m, orthonormal rows); the rows after them move up. */
export function contractBasis(basis: Basis, S: Float64Array, k: number, m: number): void {
  const { n, data, size } = basis;
  const combined = new Float64Array(k * n);
  combineRows(basis, S, k, m, combined);
  data.copyWithin(k * n, m * n, size * n);
  data.set(combined);
  basis.size = k + size - m;
}

import type { Basis } from "./basis.ts";
import { extendBasis } from "./extend-basis.ts";
import { normaliseRows } from "./rows.ts";

/** What a stream of `@onsager/random` must have here: the next normals. */
export interface NormalSource {
  /** Fills `out` with independent standard normals. */
  fillNormal(out: Float64Array): void;
}

/** A 32-bit hash of a counter (the finaliser of MurmurHash3). */
function mixed(counter: number): number {
  let h = Math.imul(counter, 0x9e3779b9);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * The start where no stream is given: the same numbers at every call, uniform on (-1, 1), entry i being a hash of i. What a
 * Krylov space needs is that they are unlikely to be orthogonal to an eigenvector, not their law.
 */
export function fixedSource(): NormalSource {
  let counter = 0;
  return {
    fillNormal(out) {
      for (let i = 0; i < out.length; i++) out[i] = (mixed(++counter) + 0.5) / 2 ** 31 - 1;
    },
  };
}

/** Of a row of independent entries so little is never left by chance alone. */
const DEPENDENT = 1e-6;

/** Adds `rows` random directions to the basis, fewer if that fills the space; returns how many. */
export function addRandomRows(basis: Basis, rows: number, source: NormalSource): number {
  const wanted = Math.min(rows, basis.n - basis.size);
  for (let left = wanted; left > 0; left -= basis.block) {
    const some = Math.min(left, basis.block);
    source.fillNormal(basis.incoming.subarray(0, some * basis.n));
    extendBasis(basis, some, DEPENDENT, 0);
  }
  return Math.max(wanted, 0);
}

/** Adds the span of the rows of `start`, then random directions up to the basis's `block`; returns how many are random. */
export function addStart(
  basis: Basis,
  start: { readonly rows: number; readonly data: Float64Array } | undefined,
  source: NormalSource,
): number {
  if (start !== undefined) {
    basis.incoming.set(start.data);
    normaliseRows(basis.incoming, start.rows, basis.n);
    extendBasis(basis, start.rows, DEPENDENT, 0);
  }
  return addRandomRows(basis, basis.block - basis.size, source);
}

import type { Key } from "./key.ts";

/** Rounds of Philox4x32 that make a block. */
const ROUNDS = 10;

/** The upper 32 bits of the 64-bit product of two unsigned 32-bit integers. */
function multiplyHigh(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const low = Math.imul(aLow, bLow) >>> 16;
  const cross = Math.imul(aHigh, bLow) >>> 0;
  const middle = (cross & 0xffff) + low + (Math.imul(aLow, bHigh) >>> 0);
  return Math.imul(aHigh, bHigh) + (cross >>> 16) + (middle >>> 16);
}

/**
 * Replaces the counter in `block` by its Philox4x32-10 image under `key`, in place.
 *
 * Ten rounds of `(c0, c1, c2, c3) <- (hi(M1 c2) ^ c1 ^ k0, lo(M1 c2), hi(M0 c0) ^ c3 ^ k1, lo(M0 c0))`
 * with the key raised by the Weyl constants between rounds.
 *
 * @param block - four unsigned 32-bit words: the counter on entry, the random words on return
 * @param key - two unsigned 32-bit words
 * @see J. Salmon, M. Moraes, R. Dror, D. Shaw, Parallel random numbers: as easy as 1, 2, 3 (SC 2011).
 */
export function philox(block: Uint32Array, key: Key): void {
  let c0 = block[0]!;
  let c1 = block[1]!;
  let c2 = block[2]!;
  let c3 = block[3]!;
  let k0 = key[0];
  let k1 = key[1];
  for (let round = 0; round < ROUNDS; round++) {
    const high0 = multiplyHigh(0xd2511f53, c0);
    const low0 = Math.imul(0xd2511f53, c0);
    const high1 = multiplyHigh(0xcd9e8d57, c2);
    const low1 = Math.imul(0xcd9e8d57, c2);
    c0 = (high1 ^ c1 ^ k0) >>> 0;
    c1 = low1 >>> 0;
    c2 = (high0 ^ c3 ^ k1) >>> 0;
    c3 = low0 >>> 0;
    k0 = (k0 + 0x9e3779b9) >>> 0;
    k1 = (k1 + 0xbb67ae85) >>> 0;
  }
  block[0] = c0;
  block[1] = c1;
  block[2] = c2;
  block[3] = c3;
}

import { requireInteger } from "./argument-checks.ts";
import { requireStream, type Stream } from "./stream.ts";

/**
 * A uniformly random permutation of 0, 1, ..., size - 1.
 *
 * Draws `size - 1` integers: for i = size - 1, ..., 1, entry i is exchanged with entry `random.integer(i + 1)`.
 *
 * @param size - from 0 to 2^32 - 1
 * @param random - the stream to draw from; it moves on by `size - 1` (0 if `size` is 0)
 * @returns the permutation as `size` indices
 * @throws RangeError if `size` is not an integer in that range; TypeError if it is not a number
 * @see R. Fisher, F. Yates (1938); R. Durstenfeld, Algorithm 235 (1964).
 */
export function permutation(size: number, random: Stream): Uint32Array {
  requireStream("permutation", random);
  requireInteger("permutation", "size", size, 0, 2 ** 32 - 1);
  const order = new Uint32Array(size);
  for (let i = 0; i < size; i++) order[i] = i;
  for (let i = size - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    const kept = order[i]!;
    order[i] = order[j]!;
    order[j] = kept;
  }
  return order;
}

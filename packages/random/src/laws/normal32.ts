import { cosQuarter32, log32, sinQuarter32 } from "../elementary32.ts";
import type { Block, Law } from "../law.ts";

const single = Math.fround;

/** One float32 Box-Muller pair from two words, to `values[at]` and `values[at + 1]`. */
function pair(radiusWord: number, angleWord: number, values: Float64Array, at: number): void {
  const unit = single(single(single(radiusWord) + 0.5) * 2 ** -32);
  const radius = single(Math.sqrt(single(-2 * log32(unit))));
  const angle = ((angleWord >> 8) + 0.5) * 2 ** -24;
  const signed = angleWord & 2 ? -radius : radius;
  const swap = angleWord & 1;
  values[at + swap] = single(signed * cosQuarter32(angle));
  values[at + 1 - swap] = single(signed * sinQuarter32(angle));
}

function decode(block: Block, values: Float64Array): void {
  const words = block();
  pair(words[0]!, words[1]!, values, 0);
  pair(words[2]!, words[3]!, values, 2);
}

/**
 * The standard normal law N(0, 1) in float32 arithmetic: |value| < 6.8; what `fillNormal` writes to a Float32Array.
 *
 * Layout: words (0, 1) and (2, 3) give a pair each. With w the first word as a float32 number the radius is `sqrt(-2 log u)`,
 * `u = (w + 1/2) 2^-32` rounded after each operation; the upper 24 bits of the second word, as a signed integer k, are the
 * angle `pi a / 2`, `a = (k + 1/2) 2^-24`; its bit 0 swaps cosine and sine, its bit 1 changes the sign of both.
 *
 * @see G. Box, M. Muller, A note on the generation of random normal deviates (1958).
 */
export const normal32: Law = { name: "normal32", id: 4, lanes: 4, mean: 0, variance: 1, decode };

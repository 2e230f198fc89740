import { requireInteger } from "../argument-checks.ts";
import type { Block, Law } from "../law.ts";

/** 53 random bits as an integer. */
function bits53(low: number, high: number): number {
  return high * 2 ** 21 + (low >>> 11);
}

/** `value mod count`, exact for integers of up to 53 bits and much faster than the engines' `%`. */
function remainder(value: number, count: number): number {
  const rest = value - Math.floor(value / count) * count;
  return rest < 0 ? rest + count : rest;
}

/**
 * The uniform law on the integers 0, 1, ..., count - 1: mean (count - 1)/2, variance (count^2 - 1)/12, without bias.
 *
 * Layout: words (0, 1) and (2, 3) of a block give 53 bits each, the upper bits of the 64-bit integer; a value not below the
 * largest multiple of `count` up to 2^53 is rejected, and the same lane of the next attempt is read; the result is the
 * remainder modulo `count`.
 *
 * @param count - the number of integers, from 1 to 2^53 - 1
 * @throws RangeError if `count` is not an integer in that range; TypeError if it is not a number
 */
export function integer(count: number): Law {
  requireInteger("integer", "count", count, 1, Number.MAX_SAFE_INTEGER);
  const limit = 2 ** 53 - remainder(2 ** 53, count);
  const read = (block: Block, lane: number): number => {
    for (let attempt = 0; ; attempt++) {
      const words = block(attempt);
      const bits = bits53(words[2 * lane]!, words[2 * lane + 1]!);
      if (bits < limit) return remainder(bits, count);
    }
  };
  const decode = (block: Block, values: Float64Array): void => {
    values[0] = read(block, 0);
    values[1] = read(block, 1);
  };
  const mean = (count - 1) / 2;
  const variance = (count * count - 1) / 12;
  return { name: "integer", id: 7, lanes: 2, mean, variance, decode };
}

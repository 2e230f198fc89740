import type { StreamLaw } from "../backend.ts";

// The laws of the same names of `@onsager/random`, which this package does not import.

/** `(k + 1/2) 2^-52` with k the upper 52 bits of the 64-bit integer `(high, low)`. */
function openUnit(low: number, high: number): number {
  return (high * 2 ** 20 + (low >>> 12) + 0.5) * 2 ** -52;
}

/** Uniform on (0, 1): a value of every two words. */
export const uniformLaw: StreamLaw = {
  name: "uniform",
  id: 1,
  lanes: 2,
  mean: 1 / 2,
  variance: 1 / 12,
  decode(block, values) {
    const words = block();
    for (const lane of [0, 1]) values[lane] = openUnit(words[2 * lane]!, words[2 * lane + 1]!);
  },
};

/** Uniform on (0, 1) in float32: `(k + 1/2) 2^-23` with k the upper 23 bits of every word. */
export const uniform32Law: StreamLaw = {
  name: "uniform32",
  id: 3,
  lanes: 4,
  mean: 1 / 2,
  variance: 1 / 12,
  decode(block, values) {
    const words = block();
    for (let lane = 0; lane < 4; lane++) values[lane] = ((words[lane]! >>> 9) + 0.5) * 2 ** -23;
  },
};

/** +1 or -1 of every bit, the lowest first; a set bit is -1. */
export const rademacherLaw: StreamLaw = {
  name: "rademacher",
  id: 5,
  lanes: 128,
  mean: 0,
  variance: 1,
  decode(block, values) {
    const words = block();
    for (let lane = 0; lane < 128; lane++) values[lane] = 1 - 2 * ((words[lane >>> 5]! >>> (lane & 31)) & 1);
  },
};

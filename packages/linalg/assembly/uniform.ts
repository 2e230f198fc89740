// The laws `uniform`, `uniform32` and `rademacher` of @onsager/random, four blocks at a time, bit for bit: every result is exact.

import { philox4, word, wordOf } from "./philox";

const UNIFORM: u32 = 1;
const UNIFORM32: u32 = 3;
const RADEMACHER: u32 = 5;

/** (k + 1/2) 2^-52 of the upper 52 bits k. */
// @ts-expect-error: decorator
@inline
function openUnit(bits: v128): v128 {
  const oneToTwo = v128.or(i64x2.shr_u(bits, 12), i64x2.splat(0x3FF0000000000000));
  return f64x2.sub(oneToTwo, f64x2.splat(0.9999999999999999));
}

/** (k + 1/2) 2^-23 of the upper 23 bits k. */
// @ts-expect-error: decorator
@inline
function openUnit32(bits: v128): v128 {
  const oneToTwo = v128.or(i32x4.shr_u(bits, 9), i32x4.splat(0x3F800000));
  return f32x4.sub(oneToTwo, f32x4.splat(0.99999994));
}

/** Writes the 2 `blocks` values from block (low, high) on; `blocks` is a multiple of 4 and `low` does not wrap. */
export function fillUniformF64(key0: u32, key1: u32, low: u32, high: u32, blocks: u32, out: usize): void {
  for (let done: u32 = 0; done < blocks; done += 4) {
    philox4(key0, key1, low + done, high, UNIFORM);
    const w0 = word(0), w1 = word(1), w2 = word(2), w3 = word(3);
    const a = openUnit(v128.shuffle<i32>(w0, w1, 0, 4, 1, 5)), b = openUnit(v128.shuffle<i32>(w2, w3, 0, 4, 1, 5));
    const c = openUnit(v128.shuffle<i32>(w0, w1, 2, 6, 3, 7)), d = openUnit(v128.shuffle<i32>(w2, w3, 2, 6, 3, 7));
    v128.store(out, v128.shuffle<i64>(a, b, 0, 2));
    v128.store(out, v128.shuffle<i64>(a, b, 1, 3), 16);
    v128.store(out, v128.shuffle<i64>(c, d, 0, 2), 32);
    v128.store(out, v128.shuffle<i64>(c, d, 1, 3), 48);
    out += 64;
  }
}

/** Writes the 4 `blocks` values from block (low, high) on. */
export function fillUniformF32(key0: u32, key1: u32, low: u32, high: u32, blocks: u32, out: usize): void {
  for (let done: u32 = 0; done < blocks; done += 4) {
    philox4(key0, key1, low + done, high, UNIFORM32);
    const a = openUnit32(word(0)), b = openUnit32(word(1)), c = openUnit32(word(2)), d = openUnit32(word(3));
    const ab = v128.shuffle<i32>(a, b, 0, 4, 1, 5), cd = v128.shuffle<i32>(c, d, 0, 4, 1, 5);
    const abHigh = v128.shuffle<i32>(a, b, 2, 6, 3, 7), cdHigh = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
    v128.store(out, v128.shuffle<i64>(ab, cd, 0, 2));
    v128.store(out, v128.shuffle<i64>(ab, cd, 1, 3), 16);
    v128.store(out, v128.shuffle<i64>(abHigh, cdHigh, 0, 2), 32);
    v128.store(out, v128.shuffle<i64>(abHigh, cdHigh, 1, 3), 48);
    out += 64;
  }
}

/** Writes +1 or -1 for the 32 bits of a word, the lowest first; a set bit is -1. */
// @ts-expect-error: decorator
@inline
function signs<T>(bits: u32, out: usize): void {
  if (sizeof<T>() == 8) {
    let rest = i64x2(bits, bits >> 1);
    for (let k: usize = 0; k < 256; k += 16) {
      v128.store(out + k, v128.or(i64x2.shl(rest, 63), f64x2.splat(1)));
      rest = i64x2.shr_u(rest, 2);
    }
  } else {
    let rest = i32x4(bits, bits >> 1, bits >> 2, bits >> 3);
    for (let k: usize = 0; k < 128; k += 16) {
      v128.store(out + k, v128.or(i32x4.shl(rest, 31), f32x4.splat(1)));
      rest = i32x4.shr_u(rest, 4);
    }
  }
}

// @ts-expect-error: decorator
@inline
function rademacher<T>(key0: u32, key1: u32, low: u32, high: u32, blocks: u32, out: usize): void {
  for (let done: u32 = 0; done < blocks; done += 4) {
    philox4(key0, key1, low + done, high, RADEMACHER);
    for (let block: usize = 0; block < 4; block++) {
      for (let index: usize = 0; index < 4; index++) {
        signs<T>(wordOf(index, block), out);
        out += 32 * sizeof<T>();
      }
    }
  }
}

export function fillRademacherF64(key0: u32, key1: u32, low: u32, high: u32, blocks: u32, out: usize): void {
  rademacher<f64>(key0, key1, low, high, blocks, out);
}

export function fillRademacherF32(key0: u32, key1: u32, low: u32, high: u32, blocks: u32, out: usize): void {
  rademacher<f32>(key0, key1, low, high, blocks, out);
}

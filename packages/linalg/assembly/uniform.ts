// The laws `uniform`, `uniform32` and `rademacher` of @onsager/random, four blocks at a time, bit for bit: every result is exact.

import { philox4, startFill, storeBlocks, word, wordOf } from "./philox";

const UNIFORM: u32 = 1;
const UNIFORM32: u32 = 3;
const RADEMACHER: u32 = 5;

const ONE: usize = memory.data<f64>([1]);
/** 1 - 2^-53. */
const BELOW_ONE: usize = memory.data<f64>([0.9999999999999999]);
const ONE32: usize = memory.data<f32>([1]);
/** 1 - 2^-24. */
const BELOW_ONE32: usize = memory.data<f32>([0.99999994]);

/** (k + 1/2) 2^-52 of the upper 52 bits k. */
// @ts-expect-error: decorator
@inline
function openUnit(bits: v128): v128 {
  const oneToTwo = v128.or(i64x2.shr_u(bits, 12), v128.load64_splat(ONE));
  return f64x2.sub(oneToTwo, v128.load64_splat(BELOW_ONE));
}

/** (k + 1/2) 2^-23 of the upper 23 bits k. */
// @ts-expect-error: decorator
@inline
function openUnit32(bits: v128): v128 {
  const oneToTwo = v128.or(i32x4.shr_u(bits, 9), v128.load32_splat(ONE32));
  return f32x4.sub(oneToTwo, v128.load32_splat(BELOW_ONE32));
}

/** Writes the 2 `blocks` values from block (low, high) on; `blocks` is a multiple of 4 and `low` does not wrap. */
export function fillUniformF64(key0: u32, key1: u32, low: u32, high: u32, blocks: u32, out: usize): void {
  const at = startFill(key0, key1, high, UNIFORM);
  for (let done: u32 = 0; done < blocks; done += 4) {
    philox4(at, low + done);
    const w0 = word(at, 0), w1 = word(at, 1), w2 = word(at, 2), w3 = word(at, 3);
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
  const at = startFill(key0, key1, high, UNIFORM32);
  for (let done: u32 = 0; done < blocks; done += 4) {
    philox4(at, low + done);
    storeBlocks(openUnit32(word(at, 0)), openUnit32(word(at, 1)), openUnit32(word(at, 2)), openUnit32(word(at, 3)), out);
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
  const at = startFill(key0, key1, high, RADEMACHER);
  for (let done: u32 = 0; done < blocks; done += 4) {
    philox4(at, low + done);
    for (let block: usize = 0; block < 4; block++) {
      for (let index: usize = 0; index < 4; index++) {
        signs<T>(wordOf(at, index, block), out);
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

// The law `normal32` of @onsager/random, four blocks and so sixteen float32 values at a time, bit for bit.

import { binade, entry, radius, ratio, signed, step, swap, tail } from "./box-muller";
import { counters, first2, next0, next1, next2, next3, philox4, second0, second2, second3, startFill, storeBlocks, word } from "./philox";

const LAW: u32 = 4;

/** (-2 log((1 + z)/(1 - z)) + 4 z)/z^3 in z^2. */
const LOG: usize = memory.data<f32>([-1.3333337306976318, -0.7997755408287048, -0.5916010737419128]);
const SIN: usize = memory.data<f32>([1.5707963705062866, -0.6459634900093079, 0.07968021929264069, -0.004602149128913879]);
const COS: usize = memory.data<f32>([1, -1.2337005138397217, 0.25366920232772827, -0.02086007036268711, 0.0009036280680447817]);
const NUMBERS: usize = memory.data<f32>([1, -4, -1.38629150390625, -2.857213530660374e-6]);
const BITS: usize = memory.data<u32>([1, 2, 0x3F3504F3, 0xFF800000]);
/** 1/2, 2^-32, 2^-24 and 2^16. */
const GRID: usize = memory.data<f32>([0.5, 2.3283064365386963e-10, 5.9604644775390625e-8, 65536]);
const LOWER_HALF: usize = memory.data<u32>([0xFFFF]);

/** Unsigned integers, rounded once: the parts of upper and lower half are exact. */
// @ts-expect-error: decorator
@inline
function rounded(bits: v128): v128 {
  const upper = f32x4.mul(f32x4.convert_i32x4_s(i32x4.shr_u(bits, 16)), entry<f32>(GRID, 3));
  return f32x4.add(upper, f32x4.convert_i32x4_s(v128.and(bits, v128.load32_splat(LOWER_HALF))));
}

/** The uniform (k + 1/2) 2^-32 of the word k. */
// @ts-expect-error: decorator
@inline
function uniform(bits: v128): v128 {
  return f32x4.mul(f32x4.add(rounded(bits), entry<f32>(GRID, 0)), entry<f32>(GRID, 1));
}

/** The part of a quarter turn, in (-1/2, 1/2), of the upper 24 bits. */
// @ts-expect-error: decorator
@inline
function quarter(bits: v128): v128 {
  const k = f32x4.convert_i32x4_s(i32x4.shr_s(bits, 8));
  return f32x4.mul(f32x4.add(k, entry<f32>(GRID, 0)), entry<f32>(GRID, 2));
}

/**
 * Writes the 4 `blocks` normals from block (low, high) on; `blocks` is a multiple of 4 and `low` does not wrap. As in normal.ts the
 * rounds for the next words go beside the halves A and B, here the two pairs of values of each block.
 */
export function fillNormalF32(key0: u32, key1: u32, low: u32, high: u32, blocks: u32, out: usize): void {
  const at = startFill(key0, key1, high, LAW);
  philox4(at, low);
  let c0 = word(at, 0), c1 = word(at, 1), c2 = word(at, 2), c3 = word(at, 3);
  let d0: v128, d1: v128, d2: v128, d3: v128;
  const end = out + 16 * blocks;
  while (out < end) {
    low += 4;
    const angleA = c1, angleB = c3;
    const uA = uniform(c0), uB = uniform(c2);
    d0 = counters(low), d2 = first2(at, d0), d3 = next3(d0);
    c0 = second0(at, d2), c1 = next1(d2), c2 = second2(at, d3), c3 = second3(at);
    const binadeA = binade<f32>(uA, BITS), binadeB = binade<f32>(uB, BITS);
    const zA = ratio<f32>(uA, binadeA, NUMBERS), zB = ratio<f32>(uB, binadeB, NUMBERS);
    d0 = next0(at, 2, c1, c2), d1 = next1(c2), d2 = next2(at, 2, c0, c3), d3 = next3(c0);
    c0 = next0(at, 3, d1, d2), c1 = next1(d2), c2 = next2(at, 3, d0, d3), c3 = next3(d0);
    const vA = f32x4.mul(zA, zA), vB = f32x4.mul(zB, zB);
    let pA = entry<f32>(LOG, 2), pB = pA;
    pA = step<f32>(pA, vA, LOG, 1), pB = step<f32>(pB, vB, LOG, 1);
    d0 = next0(at, 4, c1, c2), d1 = next1(c2), d2 = next2(at, 4, c0, c3), d3 = next3(c0);
    pA = step<f32>(pA, vA, LOG, 0), pB = step<f32>(pB, vB, LOG, 0);
    const aA = quarter(angleA), aB = quarter(angleB);
    const wA = f32x4.mul(aA, aA), wB = f32x4.mul(aB, aB);
    let cosA = entry<f32>(COS, 4), cosB = cosA;
    cosA = step<f32>(cosA, wA, COS, 3), cosB = step<f32>(cosB, wB, COS, 3);
    c0 = next0(at, 5, d1, d2), c1 = next1(d2), c2 = next2(at, 5, d0, d3), c3 = next3(d0);
    const tailA = tail<f32>(zA, vA, pA, NUMBERS), tailB = tail<f32>(zB, vB, pB, NUMBERS);
    let sinA = entry<f32>(SIN, 3), sinB = sinA;
    cosA = step<f32>(cosA, wA, COS, 2), cosB = step<f32>(cosB, wB, COS, 2);
    sinA = step<f32>(sinA, wA, SIN, 2), sinB = step<f32>(sinB, wB, SIN, 2);
    d0 = next0(at, 6, c1, c2), d1 = next1(c2), d2 = next2(at, 6, c0, c3), d3 = next3(c0);
    const eA = f32x4.convert_i32x4_s(i32x4.shr_s(binadeA, 23)), eB = f32x4.convert_i32x4_s(i32x4.shr_s(binadeB, 23));
    cosA = step<f32>(cosA, wA, COS, 1), cosB = step<f32>(cosB, wB, COS, 1);
    sinA = step<f32>(sinA, wA, SIN, 1), sinB = step<f32>(sinB, wB, SIN, 1);
    c0 = next0(at, 7, d1, d2), c1 = next1(d2), c2 = next2(at, 7, d0, d3), c3 = next3(d0);
    const radiusA = radius<f32>(eA, tailA, NUMBERS), radiusB = radius<f32>(eB, tailB, NUMBERS);
    cosA = step<f32>(cosA, wA, COS, 0), cosB = step<f32>(cosB, wB, COS, 0);
    sinA = step<f32>(sinA, wA, SIN, 0), sinB = step<f32>(sinB, wB, SIN, 0);
    d0 = next0(at, 8, c1, c2), d1 = next1(c2), d2 = next2(at, 8, c0, c3), d3 = next3(c0);
    c0 = next0(at, 9, d1, d2), c1 = next1(d2), c2 = next2(at, 9, d0, d3), c3 = next3(d0);
    const rA = signed<f32>(radiusA, angleA, BITS), rB = signed<f32>(radiusB, angleB, BITS);
    const cosineA = f32x4.mul(rA, cosA), cosineB = f32x4.mul(rB, cosB);
    const sineA = f32x4.mul(rA, f32x4.mul(aA, sinA)), sineB = f32x4.mul(rB, f32x4.mul(aB, sinB));
    const swapA = swap<f32>(angleA, cosineA, sineA, BITS), swapB = swap<f32>(angleB, cosineB, sineB, BITS);
    storeBlocks(v128.xor(cosineA, swapA), v128.xor(sineA, swapA), v128.xor(cosineB, swapB), v128.xor(sineB, swapB), out);
    out += 64;
  }
}

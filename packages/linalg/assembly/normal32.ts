// The law `normal32` of @onsager/random: four blocks and so sixteen float32 values at a time, the two pairs of a block
// interleaved; every operation as in the TypeScript path, never fused.

import { philox4, word } from "./philox";

const LAW: u32 = 4;

const LOG: usize = memory.data<f32>([0.6666668653488159, 0.3998877704143524, 0.2958005368709564]);
const SIN: usize = memory.data<f32>([1.5707963705062866, -0.6459634900093079, 0.07968021929264069, -0.004602149128913879]);
const COS: usize = memory.data<f32>([1, -1.2337005138397217, 0.25366920232772827, -0.02086007036268711, 0.0009036280680447817]);
const LN2_HIGH: f32 = 0.693145751953125;
const LN2_LOW: f32 = 1.428606765330187e-6;
const SQRT_HALF: i32 = 0x3F3504F3;

// @ts-expect-error: decorator
@inline
function step(sum: v128, x: v128, coefficients: usize, k: usize): v128 {
  return f32x4.add(f32x4.mul(sum, x), v128.load32_splat(coefficients + 4 * k));
}

/** The radii sqrt(-2 log u) of four words. */
// @ts-expect-error: decorator
@inline
function radius(bits: v128): v128 {
  const x = f32x4.mul(f32x4.add(f32x4.convert_i32x4_u(bits), f32x4.splat(0.5)), f32x4.splat(2.3283064365386963e-10));
  const shifted = i32x4.sub(x, i32x4.splat(SQRT_HALF));
  const f = i32x4.sub(x, v128.and(shifted, i32x4.splat(0xFF800000)));
  const e = f32x4.convert_i32x4_s(i32x4.shr_s(shifted, 23));
  const s = f32x4.div(f32x4.sub(f, f32x4.splat(1)), f32x4.add(f, f32x4.splat(1)));
  const w = f32x4.mul(s, s);
  let p = v128.load32_splat(LOG + 8);
  p = step(p, w, LOG, 1);
  p = step(p, w, LOG, 0);
  const tail = f32x4.mul(s, f32x4.add(f32x4.splat(2), f32x4.mul(w, p)));
  const log = f32x4.add(f32x4.mul(e, f32x4.splat(LN2_HIGH)), f32x4.add(tail, f32x4.mul(e, f32x4.splat(LN2_LOW))));
  return f32x4.sqrt(f32x4.mul(f32x4.splat(-2), log));
}

/** Writes the 4 `blocks` float32 normals from block (low, high) on; `blocks` is a multiple of 4 and `low` does not wrap. */
export function fillNormalF32(key0: u32, key1: u32, low: u32, high: u32, blocks: u32, out: usize): void {
  for (let done: u32 = 0; done < blocks; done += 4) {
    philox4(key0, key1, low + done, high, LAW);
    const angleA = word(1), angleB = word(3);
    const rA = v128.xor(radius(word(0)), i32x4.shl(v128.and(angleA, i32x4.splat(2)), 30));
    const rB = v128.xor(radius(word(2)), i32x4.shl(v128.and(angleB, i32x4.splat(2)), 30));
    const aA = f32x4.mul(f32x4.add(f32x4.convert_i32x4_s(i32x4.shr_s(angleA, 8)), f32x4.splat(0.5)), f32x4.splat(5.9604644775390625e-8));
    const aB = f32x4.mul(f32x4.add(f32x4.convert_i32x4_s(i32x4.shr_s(angleB, 8)), f32x4.splat(0.5)), f32x4.splat(5.9604644775390625e-8));
    const wA = f32x4.mul(aA, aA), wB = f32x4.mul(aB, aB);
    let cA = v128.load32_splat(COS + 16), cB = v128.load32_splat(COS + 16);
    let sA = v128.load32_splat(SIN + 12), sB = v128.load32_splat(SIN + 12);
    cA = step(cA, wA, COS, 3);
    cB = step(cB, wB, COS, 3);
    cA = step(cA, wA, COS, 2);
    cB = step(cB, wB, COS, 2);
    sA = step(sA, wA, SIN, 2);
    sB = step(sB, wB, SIN, 2);
    cA = step(cA, wA, COS, 1);
    cB = step(cB, wB, COS, 1);
    sA = step(sA, wA, SIN, 1);
    sB = step(sB, wB, SIN, 1);
    cA = step(cA, wA, COS, 0);
    cB = step(cB, wB, COS, 0);
    sA = step(sA, wA, SIN, 0);
    sB = step(sB, wB, SIN, 0);
    const cosA = f32x4.mul(rA, cA), sinA = f32x4.mul(rA, f32x4.mul(aA, sA));
    const cosB = f32x4.mul(rB, cB), sinB = f32x4.mul(rB, f32x4.mul(aB, sB));
    const swapA = i32x4.neg(v128.and(angleA, i32x4.splat(1)));
    const swapB = i32x4.neg(v128.and(angleB, i32x4.splat(1)));
    const z0 = v128.bitselect(sinA, cosA, swapA), z1 = v128.bitselect(cosA, sinA, swapA);
    const z2 = v128.bitselect(sinB, cosB, swapB), z3 = v128.bitselect(cosB, sinB, swapB);
    // Lane b of z_i is value i of block b: a transpose puts blocks in rows.
    const low01 = v128.shuffle<i32>(z0, z1, 0, 4, 1, 5), low23 = v128.shuffle<i32>(z2, z3, 0, 4, 1, 5);
    const high01 = v128.shuffle<i32>(z0, z1, 2, 6, 3, 7), high23 = v128.shuffle<i32>(z2, z3, 2, 6, 3, 7);
    v128.store(out, v128.shuffle<i64>(low01, low23, 0, 2));
    v128.store(out, v128.shuffle<i64>(low01, low23, 1, 3), 16);
    v128.store(out, v128.shuffle<i64>(high01, high23, 0, 2), 32);
    v128.store(out, v128.shuffle<i64>(high01, high23, 1, 3), 48);
    out += 64;
  }
}

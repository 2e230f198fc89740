// The law `normal` of @onsager/random, four blocks and so eight values at a time. Every operation is the one of the
// TypeScript path, in its order and never fused, so that the bits are the same.

import { philox4, word } from "./philox";

const LAW: u32 = 2;

const LOG: usize = memory.data<f64>([
  0.666666666666667, 0.39999999999899444, 0.2857142862600327, 0.22222211130259878, 0.18182889455674947,
  0.15331710618210773, 0.14616585424888623,
]);
const SIN: usize = memory.data<f64>([
  1.5707963267948966, -0.6459640975062443, 0.07969262624604301, -0.004681754132340976, 0.0001604411507421909,
  -3.59864335298231e-6, 5.633933781537854e-8,
]);
const COS: usize = memory.data<f64>([
  1, -1.2337005501361697, 0.2536695079010467, -0.02086348076331121, 0.0009192602741831558, -2.520203677046026e-5,
  4.710609726757823e-7, -6.321256869628588e-9,
]);
const LN2_HIGH: f64 = 0.6931471803691238;
const LN2_LOW: f64 = 1.9082149292705877e-10;
/** 2^-53, half the step of the uniform grid. */
const HALF_STEP: f64 = 1.1102230246251565e-16;

// @ts-expect-error: decorator
@inline
function step(sum: v128, x: v128, coefficients: usize, k: usize): v128 {
  return f64x2.add(f64x2.mul(sum, x), v128.load64_splat(coefficients + 8 * k));
}

/** 1 + k 2^-52 of the upper 52 bits k. */
// @ts-expect-error: decorator
@inline
function oneToTwo(bits: v128): v128 {
  return v128.or(i64x2.shr_u(bits, 12), i64x2.splat(0x3FF0000000000000));
}

/** Stores cosine and sine parts of two blocks in the order of the stream: bit 0 of the angle's word swaps them. */
// @ts-expect-error: decorator
@inline
function storePair(angle: v128, cosine: v128, sine: v128, out: usize): void {
  const swap = i64x2.neg(v128.and(angle, i64x2.splat(1)));
  const first = v128.bitselect(sine, cosine, swap);
  const second = v128.bitselect(cosine, sine, swap);
  v128.store(out, v128.shuffle<i64>(first, second, 0, 2));
  v128.store(out, v128.shuffle<i64>(first, second, 1, 3), 16);
}

/** The eight normals of four blocks, from their 64-bit words for radius and angle; the halves A and B interleaved, which hides latencies. */
// @ts-expect-error: decorator
@inline
function boxMuller(radiusA: v128, angleA: v128, radiusB: v128, angleB: v128, out: usize): void {
  const xA = f64x2.sub(oneToTwo(radiusA), f64x2.splat(1 - HALF_STEP));
  const xB = f64x2.sub(oneToTwo(radiusB), f64x2.splat(1 - HALF_STEP));
  const shiftedA = i64x2.sub(xA, i64x2.splat(0x3FE6A09E00000000));
  const shiftedB = i64x2.sub(xB, i64x2.splat(0x3FE6A09E00000000));
  const fA = i64x2.sub(xA, v128.and(shiftedA, i64x2.splat(0xFFF0000000000000)));
  const fB = i64x2.sub(xB, v128.and(shiftedB, i64x2.splat(0xFFF0000000000000)));
  const zA = f64x2.div(f64x2.sub(fA, f64x2.splat(1)), f64x2.add(fA, f64x2.splat(1)));
  const zB = f64x2.div(f64x2.sub(fB, f64x2.splat(1)), f64x2.add(fB, f64x2.splat(1)));
  const aA = f64x2.add(f64x2.sub(oneToTwo(angleA), f64x2.splat(1.5)), f64x2.splat(HALF_STEP));
  const aB = f64x2.add(f64x2.sub(oneToTwo(angleB), f64x2.splat(1.5)), f64x2.splat(HALF_STEP));
  const wA = f64x2.mul(aA, aA);
  const wB = f64x2.mul(aB, aB);
  let cA = v128.load64_splat(COS + 56);
  let cB = v128.load64_splat(COS + 56);
  let sA = v128.load64_splat(SIN + 48);
  let sB = v128.load64_splat(SIN + 48);
  cA = step(cA, wA, COS, 6);
  cB = step(cB, wB, COS, 6);
  cA = step(cA, wA, COS, 5);
  cB = step(cB, wB, COS, 5);
  sA = step(sA, wA, SIN, 5);
  sB = step(sB, wB, SIN, 5);
  cA = step(cA, wA, COS, 4);
  cB = step(cB, wB, COS, 4);
  sA = step(sA, wA, SIN, 4);
  sB = step(sB, wB, SIN, 4);
  cA = step(cA, wA, COS, 3);
  cB = step(cB, wB, COS, 3);
  sA = step(sA, wA, SIN, 3);
  sB = step(sB, wB, SIN, 3);
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
  const vA = f64x2.mul(zA, zA);
  const vB = f64x2.mul(zB, zB);
  let pA = v128.load64_splat(LOG + 48);
  let pB = v128.load64_splat(LOG + 48);
  pA = step(pA, vA, LOG, 5);
  pB = step(pB, vB, LOG, 5);
  pA = step(pA, vA, LOG, 4);
  pB = step(pB, vB, LOG, 4);
  pA = step(pA, vA, LOG, 3);
  pB = step(pB, vB, LOG, 3);
  pA = step(pA, vA, LOG, 2);
  pB = step(pB, vB, LOG, 2);
  pA = step(pA, vA, LOG, 1);
  pB = step(pB, vB, LOG, 1);
  pA = step(pA, vA, LOG, 0);
  pB = step(pB, vB, LOG, 0);
  const eA = f64x2.sub(i64x2.add(i64x2.shr_s(shiftedA, 52), i64x2.splat(0x4338000000000000)), f64x2.splat(6755399441055744));
  const eB = f64x2.sub(i64x2.add(i64x2.shr_s(shiftedB, 52), i64x2.splat(0x4338000000000000)), f64x2.splat(6755399441055744));
  const tailA = f64x2.mul(zA, f64x2.add(f64x2.splat(2), f64x2.mul(vA, pA)));
  const tailB = f64x2.mul(zB, f64x2.add(f64x2.splat(2), f64x2.mul(vB, pB)));
  const logA = f64x2.add(f64x2.mul(eA, f64x2.splat(LN2_HIGH)), f64x2.add(tailA, f64x2.mul(eA, f64x2.splat(LN2_LOW))));
  const logB = f64x2.add(f64x2.mul(eB, f64x2.splat(LN2_HIGH)), f64x2.add(tailB, f64x2.mul(eB, f64x2.splat(LN2_LOW))));
  const rA = v128.xor(f64x2.sqrt(f64x2.mul(f64x2.splat(-2), logA)), i64x2.shl(v128.and(angleA, i64x2.splat(2)), 62));
  const rB = v128.xor(f64x2.sqrt(f64x2.mul(f64x2.splat(-2), logB)), i64x2.shl(v128.and(angleB, i64x2.splat(2)), 62));
  storePair(angleA, f64x2.mul(rA, cA), f64x2.mul(rA, f64x2.mul(aA, sA)), out);
  storePair(angleB, f64x2.mul(rB, cB), f64x2.mul(rB, f64x2.mul(aB, sB)), out + 32);
}

/** Writes the 2 `blocks` normals from block (low, high) on; `blocks` is a multiple of 4 and `low` does not wrap. */
export function fillNormalF64(key0: u32, key1: u32, low: u32, high: u32, blocks: u32, out: usize): void {
  for (let done: u32 = 0; done < blocks; done += 4) {
    philox4(key0, key1, low + done, high, LAW);
    const w0 = word(0), w1 = word(1), w2 = word(2), w3 = word(3);
    boxMuller(
      v128.shuffle<i32>(w0, w1, 0, 4, 1, 5), v128.shuffle<i32>(w2, w3, 0, 4, 1, 5),
      v128.shuffle<i32>(w0, w1, 2, 6, 3, 7), v128.shuffle<i32>(w2, w3, 2, 6, 3, 7), out,
    );
    out += 64;
  }
}

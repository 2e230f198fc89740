// The law `normal` of @onsager/random, four blocks and so eight values at a time, bit for bit.

import { binade, entry, radius, ratio, signed, step, swap, tail } from "./box-muller";
import { counters, first2, next0, next1, next2, next3, philox4, second0, second2, second3, startFill, word } from "./philox";

const LAW: u32 = 2;

/** (-2 log((1 + z)/(1 - z)) + 4 z)/z^3 in z^2. */
const LOG: usize = memory.data<f64>([
  -1.333333333333334, -0.7999999999979889, -0.5714285725200654, -0.44444422260519756, -0.36365778911349894,
  -0.30663421236421545, -0.29233170849777246,
]);
const SIN: usize = memory.data<f64>([
  1.5707963267948966, -0.6459640975062443, 0.07969262624604301, -0.004681754132340976, 0.0001604411507421909,
  -3.59864335298231e-6, 5.633933781537854e-8,
]);
const COS: usize = memory.data<f64>([
  1, -1.2337005501361697, 0.2536695079010467, -0.02086348076331121, 0.0009192602741831558, -2.520203677046026e-5,
  4.710609726757823e-7, -6.321256869628588e-9,
]);
const NUMBERS: usize = memory.data<f64>([1, -4, -1.3862943607382476, -3.8164298585411754e-10]);
const BITS: usize = memory.data<i64>([1, 2, 0x3FE6A09E00000000, 0xFFF0000000000000]);
/** 1, 1 - 2^-53, 3/2 and 2^-53, half the step of the uniform grid. */
const GRID: usize = memory.data<f64>([1, 0.9999999999999999, 1.5, 1.1102230246251565e-16]);

/** 1 + k 2^-52 of the upper 52 bits k. */
// @ts-expect-error: decorator
@inline
function oneToTwo(bits: v128): v128 {
  return v128.or(i64x2.shr_u(bits, 12), entry<f64>(GRID, 0));
}

/** The uniform (k + 1/2) 2^-52. */
// @ts-expect-error: decorator
@inline
function uniform(bits: v128): v128 {
  return f64x2.sub(oneToTwo(bits), entry<f64>(GRID, 1));
}

/** The part of a quarter turn, in (-1/2, 1/2). */
// @ts-expect-error: decorator
@inline
function quarter(bits: v128): v128 {
  return f64x2.add(f64x2.sub(oneToTwo(bits), entry<f64>(GRID, 2)), entry<f64>(GRID, 3));
}

/**
 * Writes the 2 `blocks` normals from block (low, high) on; `blocks` is a multiple of 4 and `low` does not wrap. Three chains of
 * dependent operations go side by side, which hides their latencies: two halves A and B of the present four blocks, and the rounds
 * that make the words of the next four. Some engines keep this order of statements.
 */
export function fillNormalF64(key0: u32, key1: u32, low: u32, high: u32, blocks: u32, out: usize): void {
  const at = startFill(key0, key1, high, LAW);
  philox4(at, low);
  let c0 = word(at, 0), c1 = word(at, 1), c2 = word(at, 2), c3 = word(at, 3);
  let d0: v128, d1: v128, d2: v128, d3: v128;
  const end = out + 16 * blocks;
  while (out < end) {
    low += 4;
    const uA = uniform(v128.shuffle<i32>(c0, c1, 0, 4, 1, 5)), uB = uniform(v128.shuffle<i32>(c0, c1, 2, 6, 3, 7));
    const angleA = v128.shuffle<i32>(c2, c3, 0, 4, 1, 5), angleB = v128.shuffle<i32>(c2, c3, 2, 6, 3, 7);
    const binadeA = binade<f64>(uA, BITS), binadeB = binade<f64>(uB, BITS);
    const zA = ratio<f64>(uA, binadeA, NUMBERS), zB = ratio<f64>(uB, binadeB, NUMBERS);
    d0 = counters(low), d2 = first2(at, d0), d3 = next3(d0);
    c0 = second0(at, d2), c1 = next1(d2), c2 = second2(at, d3), c3 = second3(at);
    const vA = f64x2.mul(zA, zA), vB = f64x2.mul(zB, zB);
    let pA = entry<f64>(LOG, 6), pB = pA;
    pA = step<f64>(pA, vA, LOG, 5), pB = step<f64>(pB, vB, LOG, 5);
    const aA = quarter(angleA), aB = quarter(angleB);
    const wA = f64x2.mul(aA, aA), wB = f64x2.mul(aB, aB);
    d0 = next0(at, 2, c1, c2), d1 = next1(c2), d2 = next2(at, 2, c0, c3), d3 = next3(c0);
    pA = step<f64>(pA, vA, LOG, 4), pB = step<f64>(pB, vB, LOG, 4);
    pA = step<f64>(pA, vA, LOG, 3), pB = step<f64>(pB, vB, LOG, 3);
    c0 = next0(at, 3, d1, d2), c1 = next1(d2), c2 = next2(at, 3, d0, d3), c3 = next3(d0);
    let cosA = entry<f64>(COS, 7), cosB = cosA;
    cosA = step<f64>(cosA, wA, COS, 6), cosB = step<f64>(cosB, wB, COS, 6);
    pA = step<f64>(pA, vA, LOG, 2), pB = step<f64>(pB, vB, LOG, 2);
    let sinA = entry<f64>(SIN, 6), sinB = sinA;
    cosA = step<f64>(cosA, wA, COS, 5), cosB = step<f64>(cosB, wB, COS, 5);
    sinA = step<f64>(sinA, wA, SIN, 5), sinB = step<f64>(sinB, wB, SIN, 5);
    pA = step<f64>(pA, vA, LOG, 1), pB = step<f64>(pB, vB, LOG, 1);
    d0 = next0(at, 4, c1, c2), d1 = next1(c2), d2 = next2(at, 4, c0, c3), d3 = next3(c0);
    cosA = step<f64>(cosA, wA, COS, 4), cosB = step<f64>(cosB, wB, COS, 4);
    sinA = step<f64>(sinA, wA, SIN, 4), sinB = step<f64>(sinB, wB, SIN, 4);
    pA = step<f64>(pA, vA, LOG, 0), pB = step<f64>(pB, vB, LOG, 0);
    c0 = next0(at, 5, d1, d2), c1 = next1(d2), c2 = next2(at, 5, d0, d3), c3 = next3(d0);
    cosA = step<f64>(cosA, wA, COS, 3), cosB = step<f64>(cosB, wB, COS, 3);
    sinA = step<f64>(sinA, wA, SIN, 3), sinB = step<f64>(sinB, wB, SIN, 3);
    const tailA = tail<f64>(zA, vA, pA, NUMBERS), tailB = tail<f64>(zB, vB, pB, NUMBERS);
    cosA = step<f64>(cosA, wA, COS, 2), cosB = step<f64>(cosB, wB, COS, 2);
    sinA = step<f64>(sinA, wA, SIN, 2), sinB = step<f64>(sinB, wB, SIN, 2);
    d0 = next0(at, 6, c1, c2), d1 = next1(c2), d2 = next2(at, 6, c0, c3), d3 = next3(c0);
    // The upper words of the binades of A and B are e 2^20.
    const exponents = i32x4.shr_s(v128.shuffle<i32>(binadeA, binadeB, 1, 3, 5, 7), 20);
    const eA = f64x2.convert_low_i32x4_s(exponents), eB = f64x2.convert_low_i32x4_s(v128.shuffle<i64>(exponents, exponents, 1, 1));
    cosA = step<f64>(cosA, wA, COS, 1), cosB = step<f64>(cosB, wB, COS, 1);
    sinA = step<f64>(sinA, wA, SIN, 1), sinB = step<f64>(sinB, wB, SIN, 1);
    c0 = next0(at, 7, d1, d2), c1 = next1(d2), c2 = next2(at, 7, d0, d3), c3 = next3(d0);
    const radiusA = radius<f64>(eA, tailA, NUMBERS), radiusB = radius<f64>(eB, tailB, NUMBERS);
    cosA = step<f64>(cosA, wA, COS, 0), cosB = step<f64>(cosB, wB, COS, 0);
    sinA = step<f64>(sinA, wA, SIN, 0), sinB = step<f64>(sinB, wB, SIN, 0);
    d0 = next0(at, 8, c1, c2), d1 = next1(c2), d2 = next2(at, 8, c0, c3), d3 = next3(c0);
    c0 = next0(at, 9, d1, d2), c1 = next1(d2), c2 = next2(at, 9, d0, d3), c3 = next3(d0);
    const rA = signed<f64>(radiusA, angleA, BITS), rB = signed<f64>(radiusB, angleB, BITS);
    const cosineA = f64x2.mul(rA, cosA), cosineB = f64x2.mul(rB, cosB);
    const sineA = f64x2.mul(rA, f64x2.mul(aA, sinA)), sineB = f64x2.mul(rB, f64x2.mul(aB, sinB));
    const swapA = swap<f64>(angleA, cosineA, sineA, BITS), swapB = swap<f64>(angleB, cosineB, sineB, BITS);
    const firstA = v128.xor(cosineA, swapA), secondA = v128.xor(sineA, swapA);
    const firstB = v128.xor(cosineB, swapB), secondB = v128.xor(sineB, swapB);
    v128.store(out, v128.shuffle<i64>(firstA, secondA, 0, 2));
    v128.store(out, v128.shuffle<i64>(firstA, secondA, 1, 3), 16);
    v128.store(out, v128.shuffle<i64>(firstB, secondB, 0, 2), 32);
    v128.store(out, v128.shuffle<i64>(firstB, secondB, 1, 3), 48);
    out += 64;
  }
}

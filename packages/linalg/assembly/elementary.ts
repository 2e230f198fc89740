// Exponential, logarithm and what is made of them, of two f64 at a time. Iterations of the loops that use them are independent, so
// that the processor overlaps these chains by itself.

import { EXP, HALF_LN2, LN2, LOG, TANH } from "./map-tables";
import { madd, pair, storePair } from "./vector";

// Constants are loaded: the engine would build a vector from an immediate value anew at each use.
const CONSTANTS: usize = memory.data<f64>([-0.0, 6755399441055744, 1, 2, 0.5, 710, -746, 22, 4503599627371519]);
/** The sign bit. */
const SIGN: usize = CONSTANTS;
/** 1.5 2^52: adding it rounds to an integer, which is then in the low bits. */
const MAGIC: usize = CONSTANTS + 8;
const ONE: usize = CONSTANTS + 16;
const TWO: usize = CONSTANTS + 24;
const HALF: usize = CONSTANTS + 32;
const EXP_MOST: usize = CONSTANTS + 40;
const EXP_LEAST: usize = CONSTANTS + 48;
const TANH_MOST: usize = CONSTANTS + 56;
/** 2^52 + 1023: takes the bias from an exponent in the last bits of 2^52. */
const BIAS: usize = CONSTANTS + 64;
const INFINITE: i64 = 0x7FF0000000000000;
const TINY: i64 = 0x0010000000000000;
/** The bits of sqrt(1/2), rounded. */
const HALF_ROOT: i64 = 0x3FE6A09E00000000;

// @ts-expect-error: decorator
@inline
export function magnitude(x: v128): v128 {
  return v128.andnot(x, v128.load64_splat(SIGN));
}

/** |a| with the sign of b. */
// @ts-expect-error: decorator
@inline
export function withSign(a: v128, b: v128): v128 {
  return v128.or(a, v128.and(b, v128.load64_splat(SIGN)));
}

/** sum x + coefficient k. */
// @ts-expect-error: decorator
@inline
function step(sum: v128, x: v128, coefficients: usize, k: usize): v128 {
  return madd<f64>(sum, x, v128.load64_splat(coefficients + 8 * k));
}

/** n + MAGIC with n the integer nearest to x/c; the table holds 1/c, then c as a short number and the rest. */
// @ts-expect-error: decorator
@inline
function nearest(x: v128, table: usize): v128 {
  return f64x2.add(f64x2.mul(x, v128.load64_splat(table)), v128.load64_splat(MAGIC));
}

/** x - n c for n + MAGIC. */
// @ts-expect-error: decorator
@inline
function remainder(x: v128, shifted: v128, table: usize): v128 {
  const n = f64x2.sub(shifted, v128.load64_splat(MAGIC));
  return f64x2.sub(f64x2.sub(x, f64x2.mul(n, v128.load64_splat(table, 8))), f64x2.mul(n, v128.load64_splat(table, 16)));
}

/** e^r - 1 for |r| <= log(2)/2. */
// @ts-expect-error: decorator
@inline
function expm1(r: v128): v128 {
  let p = v128.load64_splat(EXP + 72);
  p = step(p, r, EXP, 8);
  p = step(p, r, EXP, 7);
  p = step(p, r, EXP, 6);
  p = step(p, r, EXP, 5);
  p = step(p, r, EXP, 4);
  p = step(p, r, EXP, 3);
  p = step(p, r, EXP, 2);
  p = step(p, r, EXP, 1);
  p = step(p, r, EXP, 0);
  return madd<f64>(f64x2.mul(r, r), p, r);
}

/** 2^n for the integer in the low half of each number, from -1022 to 1023. */
// @ts-expect-error: decorator
@inline
function power(n: v128): v128 {
  return i64x2.shl(i32x4.add(n, i32x4.splat(1023)), 52);
}

/** e^x; the scaling in two factors reaches subnormal results and infinity. */
// @ts-expect-error: decorator
@inline
export function expPair(value: v128): v128 {
  const x = f64x2.pmax(f64x2.pmin(value, v128.load64_splat(EXP_MOST)), v128.load64_splat(EXP_LEAST));
  const n = nearest(x, LN2);
  const half = i32x4.shr_s(n, 1);
  const y = f64x2.add(expm1(remainder(x, n, LN2)), v128.load64_splat(ONE));
  return f64x2.mul(f64x2.mul(y, power(half)), power(i32x4.sub(n, half)));
}

/**
 * tanh x = t/(t + 2 (c - h)), t = (2^n - 1) c + (2^n + 1) h, with the sign of x: |x| = n log(2)/2 + h and c = h coth h, a polynomial
 * in h^2. One division; t is exact for n = 0, and its rounding cancels for large n. Four numbers from `x` on, in two vectors A and B
 * side by side, which share the loads of constants and hide latencies.
 */
// @ts-expect-error: decorator
@inline
export function tanhFour<T>(x: usize, out: usize): void {
  const xA = pair<T>(x), xB = pair<T>(x + 2 * sizeof<T>());
  const most = v128.load64_splat(TANH_MOST), one = v128.load64_splat(ONE);
  const sizeA = f64x2.pmin(magnitude(xA), most), sizeB = f64x2.pmin(magnitude(xB), most);
  const nA = nearest(sizeA, HALF_LN2), nB = nearest(sizeB, HALF_LN2);
  const hA = remainder(sizeA, nA, HALF_LN2), hB = remainder(sizeB, nB, HALF_LN2);
  const vA = f64x2.mul(hA, hA), vB = f64x2.mul(hB, hB);
  const wA = f64x2.mul(vA, vA), wB = f64x2.mul(vB, vB);
  const top = v128.load64_splat(TANH + 40), fourth = v128.load64_splat(TANH + 32), second = v128.load64_splat(TANH + 16);
  const highA = madd<f64>(top, wA, step(fourth, vA, TANH, 3)), highB = madd<f64>(top, wB, step(fourth, vB, TANH, 3));
  const lowA = step(second, vA, TANH, 1), lowB = step(second, vB, TANH, 1);
  const scaleA = power(nA), scaleB = power(nB);
  const cA = step(madd<f64>(highA, wA, lowA), vA, TANH, 0), cB = step(madd<f64>(highB, wB, lowB), vB, TANH, 0);
  const lessA = f64x2.sub(scaleA, one), lessB = f64x2.sub(scaleB, one);
  const moreA = f64x2.add(scaleA, one), moreB = f64x2.add(scaleB, one);
  const tA = madd<f64>(lessA, cA, f64x2.mul(moreA, hA)), tB = madd<f64>(lessB, cB, f64x2.mul(moreB, hB));
  const restA = f64x2.sub(cA, hA), restB = f64x2.sub(cB, hB);
  const yA = f64x2.div(tA, f64x2.add(tA, f64x2.add(restA, restA))), yB = f64x2.div(tB, f64x2.add(tB, f64x2.add(restB, restB)));
  storePair<T>(out, withSign(yA, xA));
  storePair<T>(out + 2 * sizeof<T>(), withSign(yB, xB));
}

/** 1/(1 + e^{-x}), written so that nothing overflows: z/(1 + z) or 1/(1 + z) with z = e^{-|x|}. */
// @ts-expect-error: decorator
@inline
export function sigmoidPair(x: v128): v128 {
  const one = v128.load64_splat(ONE);
  const z = expPair(v128.or(x, v128.load64_splat(SIGN)));
  return f64x2.div(v128.bitselect(one, z, f64x2.ge(x, f64x2.splat(0))), f64x2.add(one, z));
}

/** log x + shift log(2) for positive normal x = 2^k (1 + g), 1 + g in [sqrt(1/2), sqrt(2)). */
// @ts-expect-error: decorator
@inline
function logNormal(x: v128, shift: v128): v128 {
  const offset = i64x2.sub(x, i64x2.splat(HALF_ROOT));
  const g = f64x2.sub(i64x2.sub(x, v128.and(offset, i64x2.splat(0xFFF0000000000000))), v128.load64_splat(ONE));
  // The biased exponent becomes the last bits of 2^52.
  const biased = i64x2.shr_u(i64x2.add(offset, i64x2.splat(0x3FF0000000000000)), 52);
  const k = f64x2.sub(f64x2.sub(v128.or(biased, i64x2.splat(0x4330000000000000)), v128.load64_splat(BIAS)), shift);
  const s = f64x2.div(g, f64x2.add(g, v128.load64_splat(TWO)));
  const v = f64x2.mul(s, s);
  let p = v128.load64_splat(LOG + 48);
  p = step(p, v, LOG, 5);
  p = step(p, v, LOG, 4);
  p = step(p, v, LOG, 3);
  p = step(p, v, LOG, 2);
  p = step(p, v, LOG, 1);
  p = step(p, v, LOG, 0);
  // 2 s = g - s g and s g = g^2/2 - s g^2/2: the large term g stays exact.
  const square = f64x2.mul(f64x2.mul(g, g), v128.load64_splat(HALF));
  const tail = madd<f64>(k, v128.load64_splat(LN2, 16), f64x2.mul(s, madd<f64>(v, p, square)));
  return f64x2.sub(f64x2.mul(k, v128.load64_splat(LN2, 8)), f64x2.sub(f64x2.sub(square, tail), g));
}

/** log x where one of the two is subnormal, zero, negative, infinite or NaN. */
function logSpecial(x: v128): v128 {
  const tiny = f64x2.lt(x, i64x2.splat(TINY));
  const scaled = v128.bitselect(f64x2.mul(x, f64x2.splat(18014398509481984)), x, tiny);
  const y = logNormal(scaled, v128.and(tiny, f64x2.splat(54)));
  const zero = f64x2.eq(x, f64x2.splat(0));
  const finite = v128.bitselect(f64x2.splat(-Infinity), v128.bitselect(y, f64x2.splat(NaN), f64x2.gt(x, f64x2.splat(0))), zero);
  return v128.bitselect(finite, x, v128.or(f64x2.lt(x, i64x2.splat(INFINITE)), zero));
}

/** log x. */
// @ts-expect-error: decorator
@inline
export function logPair(x: v128): v128 {
  const ordinary = v128.and(f64x2.ge(x, i64x2.splat(TINY)), f64x2.lt(x, i64x2.splat(INFINITE)));
  if (i64x2.all_true(ordinary)) return logNormal(x, f64x2.splat(0));
  return logSpecial(x);
}

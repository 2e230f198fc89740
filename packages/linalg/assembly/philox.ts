// Philox4x32-10 for four successive blocks at once: vector i holds word i of each.

/** Where `philox4` leaves its words: 64 bytes of scratch that the host sets for this instance. */
let words: usize = 0;

/** Sets the 64 bytes of scratch of the fills. */
export function setFillScratch(at: usize): void {
  words = at;
}

// @ts-expect-error: decorator
@inline
function lowWords(even: v128, odd: v128): v128 {
  return v128.shuffle<i32>(even, odd, 0, 2, 4, 6);
}

// @ts-expect-error: decorator
@inline
function highWords(even: v128, odd: v128): v128 {
  return v128.shuffle<i32>(even, odd, 1, 3, 5, 7);
}

/** Word `index` of the four blocks that `philox4` made last. */
// @ts-expect-error: decorator
@inline
export function word(index: usize): v128 {
  return v128.load(words + 16 * index);
}

/** Word `index` of one of the four blocks. */
// @ts-expect-error: decorator
@inline
export function wordOf(index: usize, block: usize): u32 {
  return load<u32>(words + 16 * index + 4 * block);
}

/** The words of attempt 0 of the blocks `block` to `block + 3` of a law; `low` must not wrap within the four. */
// @ts-expect-error: decorator
@inline
export function philox4(key0: u32, key1: u32, low: u32, high: u32, law: u32): void {
  const m0 = i32x4.splat(0xD2511F53);
  const m1 = i32x4.splat(0xCD9E8D57);
  const w0 = i32x4.splat(0x9E3779B9);
  const w1 = i32x4.splat(0xBB67AE85);
  let c0 = i32x4.add(i32x4.splat(low), i32x4(0, 1, 2, 3));
  let c1 = i32x4.splat(high);
  let c2 = i32x4.splat(0);
  let c3 = i32x4.splat(law);
  let k0 = i32x4.splat(key0);
  let k1 = i32x4.splat(key1);
  let p0: v128, q0: v128, p1: v128, q1: v128;
  p0 = i64x2.extmul_low_i32x4_u(c0, m0);
  q0 = i64x2.extmul_high_i32x4_u(c0, m0);
  p1 = i64x2.extmul_low_i32x4_u(c2, m1);
  q1 = i64x2.extmul_high_i32x4_u(c2, m1);
  c0 = v128.xor(v128.xor(highWords(p1, q1), c1), k0);
  c1 = lowWords(p1, q1);
  c2 = v128.xor(v128.xor(highWords(p0, q0), c3), k1);
  c3 = lowWords(p0, q0);
  k0 = i32x4.add(k0, w0);
  k1 = i32x4.add(k1, w1);
  p0 = i64x2.extmul_low_i32x4_u(c0, m0);
  q0 = i64x2.extmul_high_i32x4_u(c0, m0);
  p1 = i64x2.extmul_low_i32x4_u(c2, m1);
  q1 = i64x2.extmul_high_i32x4_u(c2, m1);
  c0 = v128.xor(v128.xor(highWords(p1, q1), c1), k0);
  c1 = lowWords(p1, q1);
  c2 = v128.xor(v128.xor(highWords(p0, q0), c3), k1);
  c3 = lowWords(p0, q0);
  k0 = i32x4.add(k0, w0);
  k1 = i32x4.add(k1, w1);
  p0 = i64x2.extmul_low_i32x4_u(c0, m0);
  q0 = i64x2.extmul_high_i32x4_u(c0, m0);
  p1 = i64x2.extmul_low_i32x4_u(c2, m1);
  q1 = i64x2.extmul_high_i32x4_u(c2, m1);
  c0 = v128.xor(v128.xor(highWords(p1, q1), c1), k0);
  c1 = lowWords(p1, q1);
  c2 = v128.xor(v128.xor(highWords(p0, q0), c3), k1);
  c3 = lowWords(p0, q0);
  k0 = i32x4.add(k0, w0);
  k1 = i32x4.add(k1, w1);
  p0 = i64x2.extmul_low_i32x4_u(c0, m0);
  q0 = i64x2.extmul_high_i32x4_u(c0, m0);
  p1 = i64x2.extmul_low_i32x4_u(c2, m1);
  q1 = i64x2.extmul_high_i32x4_u(c2, m1);
  c0 = v128.xor(v128.xor(highWords(p1, q1), c1), k0);
  c1 = lowWords(p1, q1);
  c2 = v128.xor(v128.xor(highWords(p0, q0), c3), k1);
  c3 = lowWords(p0, q0);
  k0 = i32x4.add(k0, w0);
  k1 = i32x4.add(k1, w1);
  p0 = i64x2.extmul_low_i32x4_u(c0, m0);
  q0 = i64x2.extmul_high_i32x4_u(c0, m0);
  p1 = i64x2.extmul_low_i32x4_u(c2, m1);
  q1 = i64x2.extmul_high_i32x4_u(c2, m1);
  c0 = v128.xor(v128.xor(highWords(p1, q1), c1), k0);
  c1 = lowWords(p1, q1);
  c2 = v128.xor(v128.xor(highWords(p0, q0), c3), k1);
  c3 = lowWords(p0, q0);
  k0 = i32x4.add(k0, w0);
  k1 = i32x4.add(k1, w1);
  p0 = i64x2.extmul_low_i32x4_u(c0, m0);
  q0 = i64x2.extmul_high_i32x4_u(c0, m0);
  p1 = i64x2.extmul_low_i32x4_u(c2, m1);
  q1 = i64x2.extmul_high_i32x4_u(c2, m1);
  c0 = v128.xor(v128.xor(highWords(p1, q1), c1), k0);
  c1 = lowWords(p1, q1);
  c2 = v128.xor(v128.xor(highWords(p0, q0), c3), k1);
  c3 = lowWords(p0, q0);
  k0 = i32x4.add(k0, w0);
  k1 = i32x4.add(k1, w1);
  p0 = i64x2.extmul_low_i32x4_u(c0, m0);
  q0 = i64x2.extmul_high_i32x4_u(c0, m0);
  p1 = i64x2.extmul_low_i32x4_u(c2, m1);
  q1 = i64x2.extmul_high_i32x4_u(c2, m1);
  c0 = v128.xor(v128.xor(highWords(p1, q1), c1), k0);
  c1 = lowWords(p1, q1);
  c2 = v128.xor(v128.xor(highWords(p0, q0), c3), k1);
  c3 = lowWords(p0, q0);
  k0 = i32x4.add(k0, w0);
  k1 = i32x4.add(k1, w1);
  p0 = i64x2.extmul_low_i32x4_u(c0, m0);
  q0 = i64x2.extmul_high_i32x4_u(c0, m0);
  p1 = i64x2.extmul_low_i32x4_u(c2, m1);
  q1 = i64x2.extmul_high_i32x4_u(c2, m1);
  c0 = v128.xor(v128.xor(highWords(p1, q1), c1), k0);
  c1 = lowWords(p1, q1);
  c2 = v128.xor(v128.xor(highWords(p0, q0), c3), k1);
  c3 = lowWords(p0, q0);
  k0 = i32x4.add(k0, w0);
  k1 = i32x4.add(k1, w1);
  p0 = i64x2.extmul_low_i32x4_u(c0, m0);
  q0 = i64x2.extmul_high_i32x4_u(c0, m0);
  p1 = i64x2.extmul_low_i32x4_u(c2, m1);
  q1 = i64x2.extmul_high_i32x4_u(c2, m1);
  c0 = v128.xor(v128.xor(highWords(p1, q1), c1), k0);
  c1 = lowWords(p1, q1);
  c2 = v128.xor(v128.xor(highWords(p0, q0), c3), k1);
  c3 = lowWords(p0, q0);
  k0 = i32x4.add(k0, w0);
  k1 = i32x4.add(k1, w1);
  p0 = i64x2.extmul_low_i32x4_u(c0, m0);
  q0 = i64x2.extmul_high_i32x4_u(c0, m0);
  p1 = i64x2.extmul_low_i32x4_u(c2, m1);
  q1 = i64x2.extmul_high_i32x4_u(c2, m1);
  c0 = v128.xor(v128.xor(highWords(p1, q1), c1), k0);
  c1 = lowWords(p1, q1);
  c2 = v128.xor(v128.xor(highWords(p0, q0), c3), k1);
  c3 = lowWords(p0, q0);
  v128.store(words, c0);
  v128.store(words, c1, 16);
  v128.store(words, c2, 32);
  v128.store(words, c3, 48);
}

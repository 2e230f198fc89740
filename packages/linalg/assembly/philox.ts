// Philox4x32-10 for four successive blocks at once: vector i holds word i of each.

/** Memory that the host sets for this instance: 64 bytes for words, then 16 for each entry of the table. */
let scratch: usize = 0;
const TABLE: usize = 64;
const ENTRIES: usize = 20;

const MULTIPLIERS: usize = memory.data<u32>([0xD2511F53, 0xCD9E8D57]);
const LANES: usize = memory.data<u32>([0, 1, 2, 3]);

/** Bytes of scratch of the fills. */
export function fillScratch(): usize {
  return TABLE + 16 * ENTRIES;
}

/** Sets the scratch of the fills. */
export function setFillScratch(at: usize): void {
  scratch = at;
}

/**
 * Makes the table of what rounds add to words 0 and 2 of a law's blocks (., high), attempt 0, and returns the scratch. The blocks
 * differ in counter word 0 alone, and counter word 2 is 0: the first round leaves `high ^ key0` as word 0 of all, so that words 2 and
 * 3 have the same product in the second. Its lower half is kept in the first place of the table, which has no use of its own.
 */
export function startFill(key0: u32, key1: u32, high: u32, law: u32): usize {
  const at = scratch;
  const product = <u64>(high ^ key0) * 0xD2511F53;
  v128.store(at, i32x4.splat(<u32>product), TABLE);
  v128.store(at, i32x4.splat(law ^ key1), TABLE + 16);
  for (let round: usize = 1; round < 10; round++) {
    key0 += 0x9E3779B9;
    key1 += 0xBB67AE85;
    v128.store(at + 32 * round, i32x4.splat(key0), TABLE);
    v128.store(at + 32 * round, i32x4.splat(round == 1 ? key1 ^ <u32>(product >> 32) : key1), TABLE + 16);
  }
  return at;
}

/** What a round adds to word 0 (`which` 0) or 2 (`which` 1). */
// @ts-expect-error: decorator
@inline
function addend(at: usize, round: usize, which: usize): v128 {
  return v128.load(at + 32 * round + 16 * which, TABLE);
}

// @ts-expect-error: decorator
@inline
function multiplier(index: usize): v128 {
  return v128.load32_splat(MULTIPLIERS + 4 * index);
}

/** The upper words of the products with a multiplier. */
// @ts-expect-error: decorator
@inline
function upper(x: v128, index: usize): v128 {
  const m = multiplier(index);
  return v128.shuffle<i32>(i64x2.extmul_low_i32x4_u(x, m), i64x2.extmul_high_i32x4_u(x, m), 1, 3, 5, 7);
}

// Rounds are written out by their callers, so that the four words stay in registers.

/** Word 0 of the counters `low` to `low + 3`. */
// @ts-expect-error: decorator
@inline
export function counters(low: u32): v128 {
  return i32x4.add(i32x4.splat(low), v128.load(LANES));
}

/** Word 2 after the first round. */
// @ts-expect-error: decorator
@inline
export function first2(at: usize, c0: v128): v128 {
  return v128.xor(upper(c0, 0), addend(at, 0, 1));
}

/** Word 0 after the second round. */
// @ts-expect-error: decorator
@inline
export function second0(at: usize, c2: v128): v128 {
  return v128.xor(upper(c2, 1), addend(at, 1, 0));
}

/** Word 2 after the second round. */
// @ts-expect-error: decorator
@inline
export function second2(at: usize, c3: v128): v128 {
  return v128.xor(c3, addend(at, 1, 1));
}

/** Word 3 after the second round. */
// @ts-expect-error: decorator
@inline
export function second3(at: usize): v128 {
  return addend(at, 0, 0);
}

/** Word 0 after a later round. */
// @ts-expect-error: decorator
@inline
export function next0(at: usize, round: usize, c1: v128, c2: v128): v128 {
  return v128.xor(upper(c2, 1), v128.xor(c1, addend(at, round, 0)));
}

/** Word 1 after any round. */
// @ts-expect-error: decorator
@inline
export function next1(c2: v128): v128 {
  return i32x4.mul(c2, multiplier(1));
}

/** Word 2 after a later round. */
// @ts-expect-error: decorator
@inline
export function next2(at: usize, round: usize, c0: v128, c3: v128): v128 {
  return v128.xor(upper(c0, 0), v128.xor(c3, addend(at, round, 1)));
}

/** Word 3 after any round. */
// @ts-expect-error: decorator
@inline
export function next3(c0: v128): v128 {
  return i32x4.mul(c0, multiplier(0));
}

/** Word `index` of the four blocks that `philox4` made last. */
// @ts-expect-error: decorator
@inline
export function word(at: usize, index: usize): v128 {
  return v128.load(at + 16 * index);
}

/** Word `index` of one of the four blocks. */
// @ts-expect-error: decorator
@inline
export function wordOf(at: usize, index: usize, block: usize): u32 {
  return load<u32>(at + 16 * index + 4 * block);
}

/** Leaves the words of the blocks `low` to `low + 3` in the scratch; `low` must not wrap within the four. */
// @ts-expect-error: decorator
@inline
export function philox4(at: usize, low: u32): void {
  let d0 = counters(low), d2 = first2(at, d0), d3 = next3(d0), d1: v128;
  let c0 = second0(at, d2), c1 = next1(d2), c2 = second2(at, d3), c3 = second3(at);
  d0 = next0(at, 2, c1, c2), d1 = next1(c2), d2 = next2(at, 2, c0, c3), d3 = next3(c0);
  c0 = next0(at, 3, d1, d2), c1 = next1(d2), c2 = next2(at, 3, d0, d3), c3 = next3(d0);
  d0 = next0(at, 4, c1, c2), d1 = next1(c2), d2 = next2(at, 4, c0, c3), d3 = next3(c0);
  c0 = next0(at, 5, d1, d2), c1 = next1(d2), c2 = next2(at, 5, d0, d3), c3 = next3(d0);
  d0 = next0(at, 6, c1, c2), d1 = next1(c2), d2 = next2(at, 6, c0, c3), d3 = next3(c0);
  c0 = next0(at, 7, d1, d2), c1 = next1(d2), c2 = next2(at, 7, d0, d3), c3 = next3(d0);
  d0 = next0(at, 8, c1, c2), d1 = next1(c2), d2 = next2(at, 8, c0, c3), d3 = next3(c0);
  c0 = next0(at, 9, d1, d2), c1 = next1(d2), c2 = next2(at, 9, d0, d3), c3 = next3(d0);
  v128.store(at, c0);
  v128.store(at, c1, 16);
  v128.store(at, c2, 32);
  v128.store(at, c3, 48);
}

/** Stores four vectors whose lanes are four blocks, vector i holding value i of each: a transpose puts blocks in rows. */
// @ts-expect-error: decorator
@inline
export function storeBlocks(a: v128, b: v128, c: v128, d: v128, out: usize): void {
  const low = v128.shuffle<i32>(a, b, 0, 4, 1, 5), lowRest = v128.shuffle<i32>(c, d, 0, 4, 1, 5);
  const high = v128.shuffle<i32>(a, b, 2, 6, 3, 7), highRest = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
  v128.store(out, v128.shuffle<i64>(low, lowRest, 0, 2));
  v128.store(out, v128.shuffle<i64>(low, lowRest, 1, 3), 16);
  v128.store(out, v128.shuffle<i64>(high, highRest, 0, 2), 32);
  v128.store(out, v128.shuffle<i64>(high, highRest, 1, 3), 48);
}

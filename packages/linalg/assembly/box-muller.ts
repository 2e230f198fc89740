// The steps of the laws `normal` and `normal32` of @onsager/random that differ in precision alone: T is f64 or f32. Every operation is
// the one of the TypeScript path, in its order and never fused, so that the bits are the same.
//
// Constants are loaded: the engine would build a vector from an immediate value anew at each use. A law has a table of numbers (1, -4,
// and -2 log 2 as a short number and the rest) and one of bits (1, 2, those of sqrt(1/2), and a mask of the exponent). What is made of
// the logarithm is -2 log u: its coefficients have the factor -2, and a power of two changes no rounding.

/** Entry `k` of a table in all lanes. */
// @ts-expect-error: decorator
@inline
export function entry<T>(table: usize, k: usize): v128 {
  return sizeof<T>() == 8 ? v128.load64_splat(table + 8 * k) : v128.load32_splat(table + 4 * k);
}

/** sum x + coefficient k. */
// @ts-expect-error: decorator
@inline
export function step<T>(sum: v128, x: v128, coefficients: usize, k: usize): v128 {
  return v128.add<T>(v128.mul<T>(sum, x), entry<T>(coefficients, k));
}

/** a - b of integers. */
// @ts-expect-error: decorator
@inline
function minus<T>(a: v128, b: v128): v128 {
  return sizeof<T>() == 8 ? i64x2.sub(a, b) : i32x4.sub(a, b);
}

/** The exponent's bits of u/sqrt(1/2): e in their place for u = 2^e f, f in [sqrt(1/2), sqrt(2)). */
// @ts-expect-error: decorator
@inline
export function binade<T>(u: v128, bits: usize): v128 {
  return v128.and(minus<T>(u, entry<T>(bits, 2)), entry<T>(bits, 3));
}

/** (f - 1)/(f + 1), f without its binade. */
// @ts-expect-error: decorator
@inline
export function ratio<T>(u: v128, binade: v128, numbers: usize): v128 {
  const f = minus<T>(u, binade);
  return v128.div<T>(v128.sub<T>(f, entry<T>(numbers, 0)), v128.add<T>(f, entry<T>(numbers, 0)));
}

/** z (-4 + v p) = -2 log((1 + z)/(1 - z)). */
// @ts-expect-error: decorator
@inline
export function tail<T>(z: v128, v: v128, p: v128, numbers: usize): v128 {
  return v128.mul<T>(z, v128.add<T>(entry<T>(numbers, 1), v128.mul<T>(v, p)));
}

/** sqrt(-2 log u), -2 log u = e (-2 log 2) + rest. */
// @ts-expect-error: decorator
@inline
export function radius<T>(e: v128, rest: v128, numbers: usize): v128 {
  const low = v128.add<T>(rest, v128.mul<T>(e, entry<T>(numbers, 3)));
  return v128.sqrt<T>(v128.add<T>(v128.mul<T>(e, entry<T>(numbers, 2)), low));
}

/** The radius with the sign that bit 1 of the angle's word says. */
// @ts-expect-error: decorator
@inline
export function signed<T>(radius: v128, angle: v128, bits: usize): v128 {
  const bit = v128.and(angle, entry<T>(bits, 1));
  return v128.xor(radius, sizeof<T>() == 8 ? i64x2.shl(bit, 62) : i32x4.shl(bit, 30));
}

/** What turns cosine into sine and back, where bit 0 of the angle's word swaps them. */
// @ts-expect-error: decorator
@inline
export function swap<T>(angle: v128, cosine: v128, sine: v128, bits: usize): v128 {
  const bit = entry<T>(bits, 0), set = v128.and(angle, bit);
  return v128.and(v128.xor(sine, cosine), sizeof<T>() == 8 ? i64x2.eq(set, bit) : i32x4.eq(set, bit));
}

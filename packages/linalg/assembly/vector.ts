// Vectors of 128 bits over f64 and f32 from one source: `lanes<T>()` numbers each.

/** Numbers in a vector. */
// @ts-expect-error: decorator
@inline
export function lanes<T>(): usize {
  return 16 / sizeof<T>();
}

/** a b + c, rounded once where the engine has relaxed SIMD. */
// @ts-expect-error: decorator
@inline
export function madd<T>(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return v128.relaxed_madd<T>(a, b, c);
  return v128.add<T>(v128.mul<T>(a, b), c);
}

/** The sum of a vector's numbers. */
// @ts-expect-error: decorator
@inline
export function total<T>(a: v128): T {
  if (sizeof<T>() == 8) return <T>(f64x2.extract_lane(a, 0) + f64x2.extract_lane(a, 1));
  return <T>(f32x4.extract_lane(a, 0) + f32x4.extract_lane(a, 1) + (f32x4.extract_lane(a, 2) + f32x4.extract_lane(a, 3)));
}

/** Two numbers as f64. */
// @ts-expect-error: decorator
@inline
export function pair<T>(at: usize): v128 {
  if (sizeof<T>() == 8) return v128.load(at);
  return f64x2.promote_low_f32x4(v128.load64_zero(at));
}

/** Stores two f64 numbers as T. */
// @ts-expect-error: decorator
@inline
export function storePair<T>(at: usize, values: v128): void {
  if (sizeof<T>() == 8) v128.store(at, values);
  else v128.store64_lane(at, f32x4.demote_f64x2_zero(values), 0);
}

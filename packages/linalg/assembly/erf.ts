// The error function, of two f64 at a time: erf(c) + d Q_c(d) about the node c nearest to |x|, with a row of coefficients for each.

import { magnitude, withSign } from "./elementary";
import { ERF } from "./map-tables";
import { madd } from "./vector";

/** 1.5 2^52: adding it rounds to an integer, which is then in the low bits. */
const MAGIC: f64 = 6755399441055744;
const ROW: usize = 80;

/** Entry `k` of two rows. */
// @ts-expect-error: decorator
@inline
function entry(first: usize, second: usize, k: usize): v128 {
  return v128.load_lane<f64>(second + 8 * k, v128.load64_zero(first + 8 * k), 1);
}

/** erf x; from |x| = 6 on it is 1 in double precision. */
// @ts-expect-error: decorator
@inline
export function erfPair(x: v128): v128 {
  const a = f64x2.pmin(magnitude(x), f64x2.splat(6));
  const n = f64x2.add(f64x2.mul(a, f64x2.splat(8)), f64x2.splat(MAGIC));
  const d = f64x2.sub(a, f64x2.mul(f64x2.sub(n, f64x2.splat(MAGIC)), f64x2.splat(0.125)));
  // The mask matters for NaN alone, whose row is of no meaning.
  const first = ERF + ROW * (<usize>i32x4.extract_lane(n, 0) & 63);
  const second = ERF + ROW * (<usize>i32x4.extract_lane(n, 2) & 63);
  let q = entry(first, second, 9);
  q = madd<f64>(q, d, entry(first, second, 8));
  q = madd<f64>(q, d, entry(first, second, 7));
  q = madd<f64>(q, d, entry(first, second, 6));
  q = madd<f64>(q, d, entry(first, second, 5));
  q = madd<f64>(q, d, entry(first, second, 4));
  q = madd<f64>(q, d, entry(first, second, 3));
  q = madd<f64>(q, d, entry(first, second, 2));
  q = madd<f64>(q, d, entry(first, second, 1));
  return withSign(madd<f64>(q, d, entry(first, second, 0)), x);
}

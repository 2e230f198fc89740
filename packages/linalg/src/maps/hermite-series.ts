import { requireFiniteArray } from "../argument-checks.ts";
import { backendOf } from "../backend-options.ts";
import { requireFloats } from "../check.ts";
import type { Floats } from "../matrix.ts";
import type { ElementwiseOptions } from "./map-array.ts";
import { outputLike } from "./output-like.ts";

/**
 * A sum of normalised Hermite polynomials at every entry of an array, sum_k c_k h_k(x) with h_k(x) = He_k(x)/sqrt(k!), by Clenshaw's
 * recurrence: b_k = c_k + x b_{k+1}/sqrt(k + 1) - sqrt((k + 1)/(k + 2)) b_{k+2}.
 *
 * @param coefficients - c_0, c_1, ..., finite; none gives 0
 * @param x - any numbers; an f32 array is computed in f64 and rounded
 * @param options - `out`, `backend`
 * @returns `out`
 * @throws TypeError for arrays of another kind or length; RangeError for a coefficient that is NaN or infinite
 * @example hermiteSeries([1, 0, Math.SQRT2], Float64Array.of(3)) // [9] = [1 + (3^2 - 1)]
 * @see Clenshaw, A note on the summation of Chebyshev series, Math. Comp. 9 (1955)
 */
export function hermiteSeries<D extends Floats>(
  coefficients: ArrayLike<number>,
  x: D,
  options: ElementwiseOptions<D> = {},
): D {
  const backend = backendOf("hermiteSeries", options);
  requireFiniteArray("hermiteSeries", "coefficients", coefficients);
  requireFloats("hermiteSeries", "x", x);
  const out = outputLike("hermiteSeries", x, options.out);
  backend.hermiteSeries(Float64Array.from(coefficients), x, out);
  return out;
}

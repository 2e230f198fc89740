import { reject, requireFinite, requireFiniteArray } from "./argument-checks.ts";
import { maximumHermiteOrder } from "./maximum-order.ts";

/**
 * A sum of normalised Hermite polynomials, sum_k c_k h_k(x), by Clenshaw's recurrence.
 *
 * @param coefficients - c_0, ..., c_K, finite, at most `maximumHermiteOrder` + 1 of them; none gives 0
 * @param x - a finite number
 * @throws RangeError or TypeError when an argument is not as described
 * @example hermiteSeries([1, 0, Math.SQRT2], 3) // 1 + (3^2 - 1) = 9
 * @see Clenshaw, A note on the summation of Chebyshev series, Math. Comp. 9 (1955)
 */
export function hermiteSeries(coefficients: ArrayLike<number>, x: number): number {
  requireSeries("hermiteSeries", coefficients, x);
  return clenshaw(coefficients, x);
}

/**
 * The derivative of a sum of normalised Hermite polynomials, sum_k c_k sqrt(k) h_{k-1}(x).
 *
 * @param coefficients - c_0, ..., c_K as for `hermiteSeries`
 * @param x - a finite number
 * @throws RangeError or TypeError when an argument is not as described
 */
export function hermiteSeriesDerivative(coefficients: ArrayLike<number>, x: number): number {
  requireSeries("hermiteSeriesDerivative", coefficients, x);
  const lowered = Array.from({ length: Math.max(coefficients.length - 1, 0) }, (_, k) => {
    return Math.sqrt(k + 1) * coefficients[k + 1]!;
  });
  return clenshaw(lowered, x);
}

function requireSeries(call: string, coefficients: ArrayLike<number>, x: number): void {
  requireFiniteArray(call, "coefficients", coefficients);
  requireFinite(call, "x", x);
  if (coefficients.length <= maximumHermiteOrder + 1) return;
  reject(call, "coefficients.length", `be at most ${maximumHermiteOrder + 1}`, coefficients.length);
}

function clenshaw(coefficients: ArrayLike<number>, x: number): number {
  let next = 0;
  let current = 0;
  for (let k = coefficients.length - 1; k >= 0; k--) {
    const value = coefficients[k]! + (x * current) / Math.sqrt(k + 1) - next * Math.sqrt((k + 1) / (k + 2));
    next = current;
    current = value;
  }
  return Number.isNaN(current) ? leadingInfinity(coefficients, x) : current;
}

/** Where the recurrence overflows the leading term decides: c_K x^K in sign. */
function leadingInfinity(coefficients: ArrayLike<number>, x: number): number {
  let k = coefficients.length - 1;
  while (coefficients[k] === 0) k--;
  return Math.sign(coefficients[k]!) * (x < 0 && k % 2 === 1 ? -Infinity : Infinity);
}

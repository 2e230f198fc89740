import { requireFinite, requireInteger } from "./argument-checks.ts";
import { hermite } from "./hermite.ts";
import { maximumHermiteOrder } from "./maximum-order.ts";

/**
 * The derivative of a normalised Hermite polynomial: h_k'(x) = sqrt(k) h_{k-1}(x).
 *
 * @param order - k, an integer from 0 to `maximumHermiteOrder`
 * @param x - a finite number
 * @throws RangeError or TypeError when `order` or `x` is not such a number
 * @example hermiteDerivative(2, 3) // sqrt(2) * 3 = 4.24264...
 * @see Abramowitz and Stegun, Handbook of Mathematical Functions, 22.8.8
 */
export function hermiteDerivative(order: number, x: number): number {
  requireInteger("hermiteDerivative", "order", order, 0, maximumHermiteOrder);
  requireFinite("hermiteDerivative", "x", x);
  return order === 0 ? 0 : Math.sqrt(order) * hermite(order - 1, x);
}

import { requireFinite, requireInteger } from "./argument-checks.ts";
import { maximumHermiteOrder } from "./maximum-order.ts";
import { nextHermite } from "./next-hermite.ts";

/**
 * The normalised Hermite polynomial h_k(x) = He_k(x)/sqrt(k!), orthonormal under N(0, 1):
 * E[h_j(z) h_k(z)] = 1 if j = k, else 0.
 *
 * @param order - k, an integer from 0 to `maximumHermiteOrder`
 * @param x - a finite number
 * @returns h_k(x); a value beyond the largest double is an infinity of the right sign
 * @throws RangeError or TypeError when `order` or `x` is not such a number
 * @example hermite(2, 3) // (3^2 - 1)/sqrt(2) = 5.65685...
 * @see Abramowitz and Stegun, Handbook of Mathematical Functions, 22.2.15 and 22.7.14
 */
export function hermite(order: number, x: number): number {
  requireInteger("hermite", "order", order, 0, maximumHermiteOrder);
  requireFinite("hermite", "x", x);
  let previous = 0;
  let current = 1;
  for (let k = 0; k < order; k++) {
    const next = nextHermite(k, x, current, previous);
    previous = current;
    current = next;
  }
  return current;
}

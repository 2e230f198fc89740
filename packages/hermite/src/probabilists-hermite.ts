import { requireFinite, requireInteger } from "./argument-checks.ts";
import { hermite } from "./hermite.ts";
import { maximumHermiteOrder } from "./maximum-order.ts";

/**
 * The probabilists' Hermite polynomial He_k(x), of leading coefficient 1 and norm E[He_k(z)^2] = k!:
 * He_{k+1} = x He_k - k He_{k-1}. Exact wherever its integer values fit a double.
 *
 * @param order - k, an integer from 0 to `maximumHermiteOrder`
 * @param x - a finite number
 * @returns He_k(x); a value beyond the largest double is an infinity of the right sign
 * @throws RangeError or TypeError when `order` or `x` is not such a number
 * @example probabilistsHermite(3, 2) // 2^3 - 3 * 2 = 2
 * @see Abramowitz and Stegun, Handbook of Mathematical Functions, 22.7.14
 */
export function probabilistsHermite(order: number, x: number): number {
  requireInteger("probabilistsHermite", "order", order, 0, maximumHermiteOrder);
  requireFinite("probabilistsHermite", "x", x);
  let previous = 0;
  let current = 1;
  for (let k = 0; k < order; k++) {
    const next = x * current - k * previous;
    previous = current;
    current = next;
  }
  return Number.isFinite(current) ? current : hermite(order, x) * sqrtFactorial(order);
}

/** sqrt(k!), below 1e254 up to the maximum order. */
function sqrtFactorial(k: number): number {
  let root = 1;
  for (let j = 2; j <= k; j++) root *= Math.sqrt(j);
  return root;
}

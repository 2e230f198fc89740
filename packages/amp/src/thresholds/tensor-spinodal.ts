import { requireInteger } from "../argument-checks.ts";

/**
 * The noise variance at which the informed fixed point of a symmetric tensor of order p with standard Gaussian prior disappears,
 * D = (p - 2)^{p - 2}/(p - 1)^{p - 1}, at overlap (p - 2)/(p - 1). A random start never gets there.
 *
 * @param order - p, at least 3
 * @throws RangeError or TypeError if it is not an integer from 3 to 64
 */
export function tensorSpinodal(order: number): number {
  requireInteger("tensorSpinodal", "order", order, 3, 64);
  return (order - 2) ** (order - 2) / (order - 1) ** (order - 1);
}

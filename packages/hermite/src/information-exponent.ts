import { type ExponentOptions, exponentOptions, firstCorrelatedOrder } from "./exponent.ts";
import type { LinkFunction } from "./link.ts";
import { standardized } from "./standardized.ts";

/**
 * The information exponent of a link: min{k >= 1: c_k != 0}, c_k = E[g(z) h_k(z)], z ~ N(0, 1).
 *
 * @param link - a member of the family, or any `{ apply, kinks }`
 * @param options - `maximumOrder`, default 7; `tolerance`, default 1e-5
 * @returns the exponent; `undefined` when no order up to `maximumOrder` has one, as for a constant link
 * @throws RangeError or TypeError when an argument is not as described, E[g^2] diverges, or quadrature cannot tell a
 *   coefficient from 0, mostly because of a kink that was not declared
 * @example informationExponent(abs) // 2
 * @see Ben Arous, Gheissari and Jagannath, Online stochastic gradient descent on non-convex losses, JMLR 22 (2021)
 */
export function informationExponent(link: LinkFunction, options: ExponentOptions = {}): number | undefined {
  const checked = exponentOptions("informationExponent", options);
  const label = standardized("informationExponent", link);
  return label && firstCorrelatedOrder("informationExponent", [label], link.kinks ?? [], checked);
}

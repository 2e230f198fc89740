import { requireInteger } from "../argument-checks.ts";
import { hermite } from "../hermite.ts";
import { hermiteDerivative } from "../hermite-derivative.ts";
import type { Link } from "../link.ts";
import { maximumHermiteOrder } from "../maximum-order.ts";

/**
 * g(z) = h_k(z) = He_k(z)/sqrt(k!), the normalised polynomial, of unit variance. c_k = 1, the others 0.
 * Information exponent k; generative exponent 1 for odd k, 2 for even k, as for every polynomial.
 *
 * @param order - k, an integer from 1 to `maximumHermiteOrder`
 * @throws RangeError or TypeError when `order` is not such a number
 * @see Damian, Pillaud-Vivien, Lee and Bruna, Computational-statistical gaps in Gaussian single-index models (2024)
 */
export function hermiteLink(order: number): Link {
  requireInteger("hermiteLink", "order", order, 1, maximumHermiteOrder);
  return {
    name: `hermite-${order}`,
    apply: (z) => hermite(order, z),
    derivative: (z) => hermiteDerivative(order, z),
    kinks: [],
    informationExponent: order,
    generativeExponent: order % 2 === 1 ? 1 : 2,
  };
}

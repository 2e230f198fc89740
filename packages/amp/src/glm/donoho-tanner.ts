import { normalDensity } from "@onsager/hermite";
import { reject } from "../argument-checks.ts";
import { findRoot } from "../find-root.ts";
import { inverseMills } from "../special/normal-tail.ts";

/**
 * The weak Donoho-Tanner transition: the largest sparsity rho = nonzeros/rows at which l1 minimisation recovers a signed vector from
 * delta = rows/columns Gaussian measurements without noise. In z > 0:
 *
 *     delta = 2 phi(z)/(z + 2 (phi(z) - z Phi(-z))),  rho = 1 - z Phi(-z)/phi(z).
 *
 * @param delta - undersampling in (0, 1)
 * @throws RangeError for a delta outside of (0, 1)
 * @see Donoho, Maleki, Montanari, Message-passing algorithms for compressed sensing (2009)
 * @example donohoTanner(0.5) // 0.385689666181
 */
export function donohoTanner(delta: number): number {
  if (!(delta > 0 && delta < 1)) reject("donohoTanner", "delta", "be in (0, 1)", delta);
  const mills = (z: number): number => 1 / inverseMills(-z);
  // delta over phi(z) in numerator and denominator: z/phi(z) overflows beyond z = 38, where delta is below 1e-300.
  const logDelta = (z: number): number => {
    const tail = z * mills(z);
    return -Math.log(z / (2 * normalDensity(z)) + 1 - tail);
  };
  const target = Math.log(delta);
  const z = Math.exp(findRoot((u) => logDelta(Math.exp(u)) - target, Math.log(1e-16), Math.log(38)));
  return 1 - z * mills(z);
}

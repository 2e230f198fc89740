import { requirePositive } from "../argument-checks.ts";
import type { Law } from "../law.ts";
import { gamma } from "./gamma.ts";

/**
 * The chi-square law with k degrees of freedom, that of `z_1^2 + ... + z_k^2`: mean k, variance 2k.
 *
 * Layout: the gamma law of shape k/2 and scale 2, with an id of its own.
 *
 * @param degrees - degrees of freedom, positive and finite; need not be an integer
 * @throws RangeError if `degrees` is not positive and finite; TypeError if it is not a number
 */
export function chiSquare(degrees: number): Law {
  requirePositive("chiSquare", "degrees", degrees);
  return { ...gamma({ shape: degrees / 2, scale: 2 }), name: "chi-square", id: 9 };
}

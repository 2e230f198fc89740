import { requireFunction } from "./argument-checks.ts";
import { generativeExponent } from "./generative-exponent.ts";
import { informationExponent } from "./information-exponent.ts";
import type { Link, LinkFunction } from "./link.ts";
import { numericalDerivative } from "./numerical-derivative.ts";
import { requireLink } from "./require-link.ts";

/** What `defineLink` needs to know of a link. */
export interface LinkDefinition extends LinkFunction {
  /** In kebab case. */
  readonly name: string;
  /** Default: central differences of fourth order, good to about 1e-11 of g, and less within 1e-4 of a kink. */
  derivative?(z: number): number;
}

/**
 * A link from its function: exponents up to order 7 are computed, and the derivative is numerical unless given.
 *
 * @throws RangeError or TypeError when the definition is not as described, E[g^2] diverges, or the exponents cannot be
 *   told, mostly because of a kink that was not declared
 * @example defineLink({ name: "cube", apply: (z) => z ** 3 }).generativeExponent // 1
 */
export function defineLink(definition: LinkDefinition): Link {
  requireLink("defineLink", definition);
  const { name, apply, kinks = [], derivative = numericalDerivative(apply, kinks) } = definition;
  if (typeof name !== "string") throw new TypeError(`defineLink: name must be a string, got ${String(name)}`);
  requireFunction("defineLink", "derivative", derivative);
  return {
    name,
    apply,
    derivative,
    kinks,
    informationExponent: informationExponent(definition),
    generativeExponent: generativeExponent(definition),
  };
}

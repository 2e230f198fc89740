import { rejectKind, requireFunction } from "../argument-checks.ts";
import type { LearnableFamily, PriorParameters } from "./family.ts";

/**
 * A family some of whose parameters are known and stay as they are; the others are learnt.
 *
 * @param family - a member of `learnableFamilies` other than `discreteFamily`, whose weights hang together, or one like them
 * @param names - the parameters that stay
 * @throws TypeError for what is not a family or not a list of names
 * @example fixParameters(gaussBernoulliFamily, ["variance"]) // learns rho alone
 */
export function fixParameters<P extends PriorParameters>(
  family: LearnableFamily<P>,
  names: readonly (keyof P & string)[],
): LearnableFamily<P> {
  requireFunction("fixParameters", "family.update", family?.update);
  if (!Array.isArray(names)) rejectKind("fixParameters", "names", "be a list", names);
  return {
    ...family,
    update(parameters, A, B) {
      const fixed = Object.fromEntries(names.map((name) => [name, parameters[name]]));
      return { ...family.update(parameters, A, B), ...fixed };
    },
  };
}

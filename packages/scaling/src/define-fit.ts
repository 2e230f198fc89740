import { fitLaw } from "./estimate/fit-law.ts";
import type { LawDefinition, ScalingLaw } from "./scaling-law.ts";

/**
 * A law that can be fitted, from its formula.
 *
 * @param definition - name, parameters, value, units and starts
 * @returns the law with `fit`: least squares from each start, standard errors, intervals and the bootstrap
 */
export function defineFit<P extends string>(definition: LawDefinition<P>): ScalingLaw<P> {
  const call = `${definition.name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}.fit`;
  return {
    ...definition,
    fit: (x, y, options = {}, random) => fitLaw(call, definition, [x, y], options, random),
  };
}

import { exponential } from "../../priors/exponential.ts";
import type { LearnableFamily } from "../family.ts";
import { averageOver, posteriorsOf } from "../posteriors-of.ts";

/** `exponential`: scale <- <eta>. */
export const exponentialFamily: LearnableFamily<{
  /** Size of what is not zero. */
  readonly scale: number;
}> = {
  name: "exponential",
  make: exponential,
  update(parameters, A, B) {
    return { scale: averageOver(posteriorsOf(exponential(parameters), A, B), (eta) => eta) };
  },
};

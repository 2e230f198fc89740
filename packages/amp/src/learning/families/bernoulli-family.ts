import { bernoulli } from "../../priors/bernoulli.ts";
import type { LearnableFamily } from "../family.ts";
import { averageOver, positiveOr, posteriorsOf } from "../posteriors-of.ts";

/** `bernoulli`: rho <- <p>, scale <- <p B>/(A <p>), with p = eta/scale the probability of not being zero. */
export const bernoulliFamily: LearnableFamily<{
  /** Probability of not being zero. */
  readonly rho: number;
  /** Size of what is not zero. */
  readonly scale: number;
}> = {
  name: "bernoulli",
  make: bernoulli,
  update(parameters, A, B) {
    const { rho, scale } = parameters;
    const posteriors = posteriorsOf(bernoulli(parameters), A, B);
    const active = averageOver(posteriors, (eta) => eta / scale);
    const moment = averageOver(posteriors, (eta, _, i) => (eta / scale) * B[i]!);
    return { rho: positiveOr(rho, Math.min(1, active)), scale: positiveOr(scale, moment / (A * active)) };
  },
};

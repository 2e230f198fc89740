import { gaussian } from "../../priors/gaussian.ts";
import type { LearnableFamily } from "../family.ts";
import { averageOver, posteriorsOf } from "../posteriors-of.ts";

/** N(mean, variance): mean <- <eta>, variance <- <sigma + (eta - mean)^2> with the mean that was, so that either may be fixed. */
export const gaussianFamily: LearnableFamily<{
  /** Mean. */
  readonly mean: number;
  /** Variance. */
  readonly variance: number;
}> = {
  name: "gaussian",
  make: gaussian,
  update(parameters, A, B) {
    const posteriors = posteriorsOf(gaussian(parameters), A, B);
    return {
      mean: averageOver(posteriors, (eta) => eta),
      variance: averageOver(posteriors, (eta, sigma) => sigma + (eta - parameters.mean) ** 2),
    };
  },
};

import { nonNegativeGaussian } from "../../priors/non-negative-gaussian.ts";
import type { LearnableFamily } from "../family.ts";
import { averageOver, posteriorsOf } from "../posteriors-of.ts";

/** Half-normal laws, `nonNegativeGaussian` of mean 0: variance <- <sigma + eta^2>. */
export const nonNegativeGaussianFamily: LearnableFamily<{
  /** Variance. */
  readonly variance: number;
}> = {
  name: "non-negative-gaussian",
  make: nonNegativeGaussian,
  update(parameters, A, B) {
    const posteriors = posteriorsOf(nonNegativeGaussian(parameters), A, B);
    return { variance: averageOver(posteriors, (eta, sigma) => sigma + eta * eta) };
  },
};

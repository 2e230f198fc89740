import { gaussian } from "../../priors/gaussian.ts";
import type { LearnableFamily } from "../family.ts";
import { averageOver, posteriorsOf } from "../posteriors-of.ts";

/** N(mean, variance): mean <- <eta>, variance <- <sigma + (eta - mean)^2>. */
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
    const mean = averageOver(posteriors, (eta) => eta);
    return { mean, variance: averageOver(posteriors, (eta, sigma) => sigma + (eta - mean) ** 2) };
  },
};

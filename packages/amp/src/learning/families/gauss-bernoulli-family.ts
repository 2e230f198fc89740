import { gaussBernoulli } from "../../priors/gauss-bernoulli.ts";
import type { LearnableFamily } from "../family.ts";
import { averageOver, positiveOr, posteriorsOf } from "../posteriors-of.ts";

/**
 * `gaussBernoulli`: rho <- <p>, variance <- <sigma + eta^2>/<p>. The probability p of not being zero is E[w^2 | B] = sigma + eta^2 over
 * what it is where w is not zero, s + (sB)^2 with s = v/(1 + v A).
 */
export const gaussBernoulliFamily: LearnableFamily<{
  /** Probability of not being zero. */
  readonly rho: number;
  /** Variance. */
  readonly variance: number;
}> = {
  name: "gauss-bernoulli",
  make: gaussBernoulli,
  update(parameters, A, B) {
    const { rho, variance } = parameters;
    const posteriors = posteriorsOf(gaussBernoulli(parameters), A, B);
    const s = variance / (1 + variance * A);
    const active = averageOver(posteriors, (eta, sigma, i) => (sigma + eta * eta) / (s + (s * B[i]!) ** 2));
    const square = averageOver(posteriors, (eta, sigma) => sigma + eta * eta);
    return { rho: positiveOr(rho, Math.min(1, active)), variance: positiveOr(variance, square / active) };
  },
};

import { normalDensity } from "@onsager/hermite";
import { reject, rejectKind, requireOptions, requirePositive } from "../argument-checks.ts";
import type { Convergence } from "../convergence.ts";
import type { Prior } from "../prior.ts";
import { normalCdf } from "../special/normal-tail.ts";

/** A LASSO problem in the limit. */
export interface LassoSpec {
  /** delta = n/N, observations per dimension. */
  readonly ratio: number;
  /** sigma^2, variance of the noise on observations. */
  readonly variance: number;
  /** a, the threshold in units of tau. */
  readonly multiple: number;
  /** The law of the coordinates of x*. */
  readonly prior: Prior;
}

/** The fixed point of state evolution of LASSO AMP. */
export interface LassoStateEvolution {
  /** tau^2 = sigma^2 + error/delta, the variance of the effective noise. */
  readonly effectiveVariance: number;
  /** E(soft(X + tau Z; a tau) - X)^2. */
  readonly error: number;
  /** P(|X + tau Z| > a tau), the part of coordinates that are not zero. */
  readonly support: number;
  /** lambda = a tau (1 - support/delta): the weight of |x|_1 this fixed point stands for. */
  readonly lambda: number;
  /** Squared error after each step, the start first. */
  readonly trajectory: readonly number[];
  readonly convergence: Convergence;
}

/** Options of `lassoStateEvolution`. */
export interface LassoStateEvolutionOptions {
  /** Largest relative change of tau^2 at which to stop; default 1e-14. */
  readonly tolerance?: number;
  /** Largest number of steps; default 10000. */
  readonly maximumIterations?: number;
}

/**
 * State evolution of AMP for the LASSO: tau^2 <- sigma^2 + E(soft(X + tau Z; a tau) - X)^2/delta, from x = 0.
 *
 * @param spec - `ratio` delta, `variance` sigma^2, `multiple` a, `prior`
 * @param options - `tolerance`, `maximumIterations`
 * @returns the fixed point and the weight lambda it stands for; not to converge is a result
 * @throws TypeError or RangeError for a part that is not as described
 * @see Donoho, Maleki, Montanari (2009); Bayati and Montanari, The LASSO risk for Gaussian matrices (2012)
 */
export function lassoStateEvolution(
  spec: LassoSpec,
  options: LassoStateEvolutionOptions = {},
): LassoStateEvolution {
  requireOptions("lassoStateEvolution", spec);
  const { ratio, variance, multiple, prior } = spec;
  const { tolerance = 1e-14, maximumIterations = 10_000 } = options;
  requirePositive("lassoStateEvolution", "ratio", ratio);
  requirePositive("lassoStateEvolution", "multiple", multiple);
  if (!(variance >= 0 && variance < Infinity))
    reject("lassoStateEvolution", "variance", "be at least 0 and finite", variance);
  if (typeof prior?.expectation !== "function")
    rejectKind("lassoStateEvolution", "prior", "be a prior", prior);
  const trajectory = [prior.secondMoment];
  let tau2 = variance + prior.secondMoment / ratio;
  let residual = Infinity;
  while (residual > tolerance && trajectory.length <= maximumIterations) {
    const error = squaredError(prior, Math.sqrt(tau2), multiple);
    const next = variance + error / ratio;
    residual = Math.abs(next - tau2) / next;
    tau2 = next;
    trajectory.push(error);
  }
  const tau = Math.sqrt(tau2);
  const support = supportOf(prior, tau, multiple);
  return {
    effectiveVariance: tau2,
    error: trajectory.at(-1)!,
    support,
    lambda: multiple * tau * (1 - support / ratio),
    trajectory,
    convergence: { converged: residual <= tolerance, iterations: trajectory.length - 1, residual, tolerance },
  };
}

/** E (soft(X + tau Z; a tau) - X)^2: the risk of soft thresholding at mu = X/tau, in closed form over Z. */
function squaredError(prior: Prior, tau: number, a: number): number {
  const risk = (mu: number): number => {
    const inside = normalCdf(a - mu) - normalCdf(-a - mu);
    const ends = (a - mu) * normalDensity(a + mu) + (a + mu) * normalDensity(a - mu);
    return 1 + a * a + (mu * mu - a * a - 1) * inside - ends;
  };
  return tau * tau * overPrior(prior, (x) => risk(x / tau));
}

/** P(|X + tau Z| > a tau). */
function supportOf(prior: Prior, tau: number, a: number): number {
  return overPrior(prior, (x) => normalCdf(x / tau - a) + normalCdf(-x / tau - a));
}

/** E f(X). */
function overPrior(prior: Prior, f: (x: number) => number): number {
  return prior.expectation(0, 0, f);
}

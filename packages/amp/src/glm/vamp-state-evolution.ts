import {
  rejectKind,
  requireFiniteArray,
  requireFunction,
  requireInteger,
  requireOptions,
  requirePositive,
} from "../argument-checks.ts";
import type { Convergence } from "../convergence.ts";
import type { Prior } from "../prior.ts";

/** y = A x* + noise in the limit. */
export interface VampSpec {
  readonly prior: Prior;
  /** Variance of the noise on observations. */
  readonly variance: number;
  /** E over the squared singular values s^2 of A, N of them with those that are zero, of f(s^2). */
  readonly spectrum: (f: (squaredSingularValue: number) => number) => number;
}

/** The fixed point of state evolution of VAMP. */
export interface VampStateEvolution {
  /** Mean squared error. */
  readonly error: number;
  /** g1, the precision of the prior's scalar channel. */
  readonly precision: number;
  /** The error after each step. */
  readonly trajectory: readonly number[];
  readonly convergence: Convergence;
}

/** Options of `vampStateEvolution`. */
export interface VampStateEvolutionOptions {
  /** Largest relative change of g1 at which to stop; default 1e-13. */
  readonly tolerance?: number;
  /** Largest number of steps; default 10000. */
  readonly maximumIterations?: number;
}

/**
 * State evolution of VAMP: e1 = mmse(g1), g2 = 1/e1 - g1, e2 = E_s 1/(s^2/variance + g2), g1 <- 1/e2 - g2, from g1 = 1e-3.
 *
 * @param spec - `prior`, `variance`, `spectrum`; `spectrumOf(values)` makes one of a list
 * @param options - `tolerance`, `maximumIterations`
 * @returns the fixed point; not to converge is a result
 * @throws TypeError or RangeError for a part that is not as described
 * @see Rangan, Schniter, Fletcher, Vector approximate message passing (2019)
 */
export function vampStateEvolution(
  spec: VampSpec,
  options: VampStateEvolutionOptions = {},
): VampStateEvolution {
  requireOptions("vampStateEvolution", spec);
  const { prior, variance, spectrum } = spec;
  const { tolerance = 1e-13, maximumIterations = 10_000 } = options;
  if (typeof prior?.overlap !== "function") rejectKind("vampStateEvolution", "prior", "be a prior", prior);
  requirePositive("vampStateEvolution", "variance", variance);
  requireFunction("vampStateEvolution", "spectrum", spectrum);
  requireInteger("vampStateEvolution", "maximumIterations", maximumIterations, 1, 2 ** 31);
  const trajectory: number[] = [];
  let g1 = 1e-3;
  let residual = Infinity;
  while (residual > tolerance && trajectory.length < maximumIterations) {
    const e1 = prior.secondMoment - prior.overlap(g1);
    const g2 = 1 / e1 - g1;
    const e2 = spectrum((squared) => 1 / (squared / variance + g2));
    const next = 1 / e2 - g2;
    residual = Math.abs(next - g1) / next;
    g1 = next;
    trajectory.push(e1);
  }
  const error = prior.secondMoment - prior.overlap(g1);
  const convergence = {
    converged: residual <= tolerance,
    iterations: trajectory.length,
    residual,
    tolerance,
  };
  return { error, precision: g1, trajectory, convergence };
}

/**
 * The mean over a list of squared singular values, each as likely; list the zeros too.
 *
 * @param squaredSingularValues - N of them
 * @throws TypeError or RangeError for a list that is empty or not finite
 */
export function spectrumOf(squaredSingularValues: ArrayLike<number>): VampSpec["spectrum"] {
  requireFiniteArray("spectrumOf", "squaredSingularValues", squaredSingularValues);
  const values = Array.from(squaredSingularValues);
  if (values.length === 0) rejectKind("spectrumOf", "squaredSingularValues", "not be empty", "none");
  return (f) => values.reduce((sum, value) => sum + f(value), 0) / values.length;
}

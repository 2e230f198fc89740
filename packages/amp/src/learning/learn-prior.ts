import type { Convergence } from "../convergence.ts";
import type { Prior } from "../prior.ts";
import { type RunOptions, runSteps } from "../run-steps.ts";
import type { LearnableFamily, PriorParameters } from "./family.ts";
import { type LearnPriorOptions, type LearnPriorState, learnPriorSteps } from "./learn-prior-steps.ts";

/** Options of `learnPrior`. */
export interface LearnPriorRunOptions<P extends PriorParameters>
  extends LearnPriorOptions,
    RunOptions<LearnPriorState<P>> {}

/** A learnt prior. */
export interface LearntPrior<P extends PriorParameters> {
  /** As learnt. */
  readonly parameters: P;
  /** The member of the family at these parameters. */
  readonly prior: Prior;
  /** `iterations` = updates. */
  readonly convergence: Convergence;
}

/**
 * Learns the parameters of a prior from fields by expectation maximisation, to the end of `learnPriorSteps`.
 *
 * @param family - a member of `learnableFamilies`, or one like them
 * @param start - the first parameters
 * @param A - the precision, positive and finite
 * @param B - the fields B_i = A w_i + sqrt(A) z_i, at least one, finite
 * @param options - those of `learnPriorSteps`; `signal`, `onStep`
 * @throws RangeError or TypeError when an argument is not as described
 * @example learnPrior(gaussianFamily, { mean: 0, variance: 1 }, 2, Float64Array.of(3, 1, 2)).parameters.mean // 1
 */
export function learnPrior<P extends PriorParameters>(
  family: LearnableFamily<P>,
  start: P,
  A: number,
  B: Float64Array,
  options: LearnPriorRunOptions<P> = {},
): LearntPrior<P> {
  const { parameters, convergence } = runSteps(learnPriorSteps(family, start, A, B, options), options);
  return { parameters, prior: family.make(parameters), convergence };
}

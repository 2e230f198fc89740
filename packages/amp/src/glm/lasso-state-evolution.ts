import { type ResultOf, resultOf } from "../engines/amp-result.ts";
import { type RunOptions, runSteps } from "../run-steps.ts";
import type { EvolutionOptions } from "./evolution-settings.ts";
import {
  type LassoSpec,
  type LassoStateEvolutionState,
  lassoSettings,
  lassoStateEvolutionSteps,
  supportOf,
} from "./lasso-state-evolution-steps.ts";

/** Where state evolution of LASSO AMP ended. */
export type LassoStateEvolution = ResultOf<LassoStateEvolutionState> & {
  /** P(|X + tau Z| > a tau), the part of coordinates that are not zero. */
  readonly support: number;
  /** lambda = a tau (1 - support/delta): the weight of |x|_1 this fixed point stands for. */
  readonly lambda: number;
};

/**
 * The fixed point that AMP for the LASSO reaches in the limit, and the weight lambda it stands for: the end of
 * `lassoStateEvolutionSteps`.
 *
 * @param spec - `ratio` delta, `variance` sigma^2, `multiple` a, `prior`
 * @param options - those of `lassoStateEvolutionSteps`, `signal`, `onStep`
 * @returns the last state; not to converge is a result
 * @throws TypeError or RangeError as `lassoStateEvolutionSteps`; the reason of `signal`
 */
export function lassoStateEvolution(
  spec: LassoSpec,
  options: EvolutionOptions & RunOptions<LassoStateEvolutionState> = {},
): LassoStateEvolution {
  const settings = lassoSettings(spec, options);
  const last = runSteps(lassoStateEvolutionSteps(spec, options), options);
  const { ratio, multiple, prior } = spec;
  const support = supportOf(prior, last.tau, multiple);
  return { ...resultOf(last, settings), support, lambda: multiple * last.tau * (1 - support / ratio) };
}

import type { RunOptions } from "../run-steps.ts";
import { drive } from "../state-evolution/run.ts";
import type { StateEvolution, StateEvolutionState } from "../state-evolution/state-evolution.ts";
import type { GlmSpec } from "./glm-spec.ts";
import { type GlmStateEvolutionOptions, glmRun } from "./glm-state-evolution-steps.ts";

/**
 * The fixed point that Bayes-optimal GAMP reaches in the limit N -> infinity, without information on w* unless `start` says
 * otherwise: the end of `glmStateEvolutionSteps`. The squared error is rho - m.
 *
 * @param spec - `ratio` alpha, `channel`, `prior`
 * @param options - those of `glmStateEvolutionSteps`; `signal` ends the run between steps, `onStep` is shown every state
 * @returns the last state with free entropy, `status` and `convergence`; not to converge is a result
 * @throws TypeError or RangeError as `glmStateEvolutionSteps`; the reason of `signal`
 * @example glmStateEvolution({ ratio: 2, channel: sign(), prior: gaussian() }).overlaps.w // 0.728298173971
 */
export function glmStateEvolution(
  spec: GlmSpec,
  options: GlmStateEvolutionOptions & RunOptions<StateEvolutionState> = {},
): StateEvolution {
  return drive(glmRun("glmStateEvolution", spec, options), options);
}

import type { Convergence } from "../convergence.ts";
import { type RunOptions, runSteps } from "../run-steps.ts";
import type { Status } from "../status.ts";
import { glmFreeEntropy } from "./glm-free-entropy.ts";
import type { GlmSpec } from "./glm-spec.ts";
import {
  type GlmStateEvolutionOptions,
  type GlmStateEvolutionState,
  glmSettings,
  glmStateEvolutionSteps,
} from "./glm-state-evolution-steps.ts";

/** Where state evolution of GAMP ended. */
export interface GlmStateEvolution extends GlmStateEvolutionState {
  /** Phi per coordinate. */
  readonly freeEntropy: number;
  /** `uninformative`: at zero overlap. */
  readonly status: Status;
  /** `iterations` = steps, `residual` = the last state's. */
  readonly convergence: Convergence;
}

/**
 * The fixed point that Bayes-optimal GAMP reaches in the limit N -> infinity, without information on w* unless `start` says
 * otherwise: the end of `glmStateEvolutionSteps`.
 *
 * @param spec - `ratio` alpha, `channel`, `prior`
 * @param options - those of `glmStateEvolutionSteps`, `signal`, `onStep`
 * @returns the last state; not to converge is a result
 * @throws TypeError or RangeError as `glmStateEvolutionSteps`; the reason of `signal`
 * @example glmStateEvolution({ ratio: 2, channel: sign(), prior: gaussian() }).overlap // 0.728298173971
 */
export function glmStateEvolution(
  spec: GlmSpec,
  options: GlmStateEvolutionOptions & RunOptions<GlmStateEvolutionState> = {},
): GlmStateEvolution {
  const last = runSteps(glmStateEvolutionSteps(spec, options), options);
  const { tolerance } = glmSettings("glmStateEvolution", spec, options);
  const { residual, iteration, squaredOverlap, overlap } = last;
  const converged = residual <= tolerance;
  const status = squaredOverlap < 1e-6 ? "uninformative" : converged ? "converged" : "iterationLimit";
  return {
    ...last,
    freeEntropy: glmFreeEntropy(spec, overlap),
    status,
    convergence: { converged, iterations: iteration, residual, tolerance },
  };
}

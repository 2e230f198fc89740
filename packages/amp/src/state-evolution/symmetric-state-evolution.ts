import type { SymmetricSpec } from "../models.ts";
import type { Prior } from "../prior.ts";
import type { RunOptions } from "../run-steps.ts";
import { drive } from "./run.ts";
import type { StateEvolution, StateEvolutionState } from "./state-evolution.ts";
import { type SymmetricStateEvolutionOptions, symmetricRun } from "./symmetric-state-evolution-steps.ts";

/**
 * The fixed point that AMP for one vector reaches in the limit N -> infinity, from a random start unless `start` says otherwise: the
 * end of `symmetricStateEvolutionSteps`.
 *
 * @param spec - orders and noise variances
 * @param prior - the law of the coordinates of x
 * @param options - those of `symmetricStateEvolutionSteps`; `signal` ends the run between steps, `onStep` is shown every state
 * @returns the last state with free entropy, `status` and `convergence`; not to converge is a result
 * @throws TypeError or RangeError as `symmetricStateEvolutionSteps`; the reason of `signal`
 * @example symmetricStateEvolution({ channels: [{ order: 2, variance: 0.5 }] }, rademacher).overlaps.x // 0.618447509349
 */
export function symmetricStateEvolution(
  spec: SymmetricSpec,
  prior: Prior,
  options: SymmetricStateEvolutionOptions & RunOptions<StateEvolutionState> = {},
): StateEvolution {
  return drive(symmetricRun("symmetricStateEvolution", spec, prior, options), options);
}

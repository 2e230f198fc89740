import type { SharedFactorSpec } from "../models.ts";
import type { Prior } from "../prior.ts";
import type { RunOptions } from "../run-steps.ts";
import { drive } from "./run.ts";
import {
  type SharedFactorStateEvolutionOptions,
  sharedFactorRun,
} from "./shared-factor-state-evolution-steps.ts";
import type { StateEvolution, StateEvolutionState } from "./state-evolution.ts";

/**
 * The fixed point that AMP for factors that share observations reaches in the limit N -> infinity, from a random start unless `start`
 * says otherwise: the end of `sharedFactorStateEvolutionSteps`.
 *
 * @param spec - ratios and channels
 * @param priors - the prior of each factor by its name, or one for all
 * @param options - those of `sharedFactorStateEvolutionSteps`; `signal` ends the run between sweeps, `onStep` is shown every state
 * @returns the last state with free entropy, `status` and `convergence`; not to converge is a result
 * @throws TypeError or RangeError as `sharedFactorStateEvolutionSteps`; the reason of `signal`
 * @example
 * const spec = { ratios: { u: 1, v: 1 }, channels: [{ factors: ["u", "v"], variance: 0.5 }] };
 * sharedFactorStateEvolution(spec, gaussian()).overlaps; // { u: 0.5, v: 0.5 }
 */
export function sharedFactorStateEvolution(
  spec: SharedFactorSpec,
  priors: Prior | Readonly<Record<string, Prior>>,
  options: SharedFactorStateEvolutionOptions & RunOptions<StateEvolutionState> = {},
): StateEvolution {
  return drive(sharedFactorRun("sharedFactorStateEvolution", spec, priors, options), options);
}

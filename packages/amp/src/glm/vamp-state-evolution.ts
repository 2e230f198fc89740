import { type ResultOf, resultOf } from "../engines/amp-result.ts";
import { type RunOptions, runSteps } from "../run-steps.ts";
import type { EvolutionOptions } from "./evolution-settings.ts";
import {
  type VampSpec,
  type VampStateEvolutionState,
  vampSettings,
  vampStateEvolutionSteps,
} from "./vamp-state-evolution-steps.ts";

/** Where state evolution of VAMP ended. */
export type VampStateEvolution = ResultOf<VampStateEvolutionState>;

/**
 * The fixed point that VAMP reaches in the limit: the end of `vampStateEvolutionSteps`.
 *
 * @param spec - `prior`, `variance`, `spectrum`; `spectrumOf(values)` makes one of a list
 * @param options - those of `vampStateEvolutionSteps`, `signal`, `onStep`
 * @returns the last state; not to converge is a result
 * @throws TypeError or RangeError as `vampStateEvolutionSteps`; the reason of `signal`
 */
export function vampStateEvolution(
  spec: VampSpec,
  options: EvolutionOptions & RunOptions<VampStateEvolutionState> = {},
): VampStateEvolution {
  const settings = vampSettings(spec, options);
  return resultOf(runSteps(vampStateEvolutionSteps(spec, options), options), settings);
}

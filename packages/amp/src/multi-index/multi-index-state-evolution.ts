import { type ResultOf, resultOf } from "../engines/amp-result.ts";
import type { Stream } from "../random.ts";
import { type RunOptions, runSteps } from "../run-steps.ts";
import type { MultiIndexChannel } from "./multi-index-channel.ts";
import {
  type MultiIndexStateEvolutionOptions,
  type MultiIndexStateEvolutionState,
  multiIndexSettings,
  multiIndexStateEvolutionSteps,
} from "./multi-index-state-evolution-steps.ts";

/** Where state evolution of multi-index AMP ended. */
export type MultiIndexStateEvolution = ResultOf<MultiIndexStateEvolutionState>;

/**
 * Where multi-index AMP ends in the limit: the end of `multiIndexStateEvolutionSteps`, by Monte Carlo.
 *
 * @param channel - of rank p
 * @param options - those of `multiIndexStateEvolutionSteps`, `signal`, `onStep`
 * @param random - the samples
 * @returns the last state; not to converge is a result
 * @throws TypeError or RangeError as `multiIndexStateEvolutionSteps`; the reason of `signal`
 */
export function multiIndexStateEvolution(
  channel: MultiIndexChannel,
  options: MultiIndexStateEvolutionOptions & RunOptions<MultiIndexStateEvolutionState>,
  random: Stream,
): MultiIndexStateEvolution {
  const settings = multiIndexSettings(channel, options);
  return resultOf(runSteps(multiIndexStateEvolutionSteps(channel, options, random), options), settings);
}

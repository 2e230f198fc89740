import { requireOptions } from "../argument-checks.ts";
import type { SymmetricModel } from "../models.ts";
import type { Stream } from "../random.ts";
import { type RunOptions, runSteps } from "../run-steps.ts";
import { type AmpResult, resultOf } from "./amp-result.ts";
import type { AmpState } from "./amp-state.ts";
import { requireModel } from "./require-observation.ts";
import { type SymmetricAmpOptions, symmetricAmpSteps } from "./symmetric-amp-steps.ts";

/** Options of the driver. */
export interface SymmetricAmpRunOptions extends SymmetricAmpOptions, RunOptions<AmpState> {
  /**
   * Runs again from minus the estimate and keeps the run of larger mean square. Default: where a matrix, which does not know the
   * sign of x, starts the run and an odd tensor, which does, would hold it on the wrong branch.
   */
  readonly trySigns?: boolean;
}

function meanSquare(result: AmpResult): number {
  return result.status === "diverged" ? -1 : result.factors.x!.meanSquare;
}

/**
 * Approximate message passing for one vector seen through symmetric matrices and tensors.
 *
 * @param model - the observations and, for diagnostics, the truth
 * @param options - those of `symmetricAmpSteps`; `trySigns`; `signal` ends the run between sweeps, `onStep` is shown every state
 * @param random - the start
 * @returns the last state with `status` and `convergence`; not to converge is a result
 * @throws TypeError or RangeError as `symmetricAmpSteps`; the reason of `signal`
 */
export function symmetricAmp(
  model: SymmetricModel,
  options: SymmetricAmpRunOptions,
  random: Stream,
): AmpResult {
  requireOptions("symmetricAmp", options);
  requireModel("symmetricAmp", model);
  const run = (start: Float64Array | undefined): AmpResult => {
    const settings = start === undefined ? options : { ...options, start };
    return resultOf(runSteps(symmetricAmpSteps(model, settings, random), options), options);
  };
  const first = run(options.start);
  const { trySigns = isSignTrap(model) } = options;
  if (!trySigns || first.status === "uninformative") return first;
  const second = run(first.estimates.x!.map((value) => -value));
  return meanSquare(second) > meanSquare(first) ? second : first;
}

function isSignTrap({ channels }: SymmetricModel): boolean {
  return channels.some(({ order }) => order % 2 === 0) && channels.some(({ order }) => order % 2 === 1);
}

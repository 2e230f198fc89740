import type { Backend } from "@onsager/linalg";
import { rejectKind, requireOptions } from "../argument-checks.ts";
import type { Denoiser } from "../denoiser.ts";
import type { LearningOptions } from "../learning/learn-options.ts";
import { learner } from "../learning/learner.ts";
import type { SharedFactorModel } from "../models.ts";
import type { Stream } from "../random.ts";
import { requireNames } from "../require-names.ts";
import { ampSettings } from "./amp-settings.ts";
import type { AmpOptions, AmpState } from "./amp-state.ts";
import type { Assumed } from "./assumed.ts";
import { type FactorState, startOf } from "./factor-state.ts";
import { iterate } from "./iterate.ts";
import { sharedFactorNoise } from "./shared-factor-noise.ts";
import { factorNames, type SharedFactorProblem, sharedFactorProblem } from "./shared-factor-problem.ts";
import { startVectors } from "./start-vectors.ts";
import { updateSharedFactor } from "./update-shared-factor.ts";
import { meanProduct } from "./vectors.ts";

/** Options of `sharedFactorAmp`. */
export interface SharedFactorAmpOptions extends AmpOptions, LearningOptions {
  /** The prior of each factor, or another denoiser. */
  readonly priors: Readonly<Record<string, Denoiser>>;
  /** `sequential` (default): one factor after the other, in the order of `sizes`; `parallel`: all from the last sweep. */
  readonly schedule?: "sequential" | "parallel";
  /** Where to start; by default entries from N(0, 1). */
  readonly start?: Readonly<Record<string, Float64Array>>;
  /** The kernels; default `backend()` of `@onsager/linalg`. */
  readonly backend?: Backend;
}

/** Below this mean square a factor's direction would be lost to underflow. */
const FADED = 1e-200;

/**
 * Bayes-AMP for factors that share matrices and 3-tensors, sweep by sweep; spherical maximum-likelihood AMP with the denoiser of
 * that name. `sharedFactorAmp` runs it to its end.
 *
 * In the sequential schedule each factor reads the newest estimates, and a tensor whose first slot is the factor updated first is
 * passed over once a sweep. The parallel schedule has the same fixed points but splits into two interleaved chains that may settle
 * on opposite signs: `period` says so.
 *
 * @param model - sizes, channels and, for diagnostics, the truth
 * @param options - `priors`; `schedule`, `start`, `learn`, `damping`, `maximumIterations`, `tolerance`, `backend`
 * @param random - the start, from `split("start").split(name)` of each factor not given in `start`, and new directions for
 *   factors that fade below 1e-200
 * @throws TypeError or RangeError for shapes that do not fit, variances that are not positive, NaN, unknown or missing factors
 * @see Tabanelli, Mergny, Zdeborova, Krzakala, Computational Thresholds in Multi-Modal Learning (arXiv 2506.02664)
 */
export function* sharedFactorAmpSteps(
  model: SharedFactorModel,
  options: SharedFactorAmpOptions,
  random: Stream,
): Generator<AmpState, void> {
  const call = "sharedFactorAmp";
  requireOptions(call, options);
  const { schedule = "sequential", start = {}, priors, backend, learn } = options;
  if (schedule !== "sequential" && schedule !== "parallel")
    rejectKind(call, "schedule", 'be "sequential" or "parallel"', schedule);
  const names = factorNames(call, model);
  requireNames(call, "priors", priors, names);
  requireNames(call, "start", start, names);
  const settings = ampSettings(call, options);
  const problem = sharedFactorProblem(call, model, priors, backend);
  const sweep = schedule === "parallel" ? parallelSweep : sequentialSweep;
  let revived = 0;
  const revive = (factor: FactorState, a: number): FactorState => {
    if (!(meanProduct(factor.estimate, factor.estimate) < FADED)) return factor;
    const estimate = new Float64Array(factor.estimate.length);
    random.split("revived").split(problem.names[a]!).split(revived++).fillNormal(estimate);
    return { ...factor, estimate };
  };
  try {
    const first = startVectors(call, problem, start, random).map(startOf);
    const noise = (c: number, factors: readonly FactorState[]): number =>
      sharedFactorNoise(problem, c, factors);
    yield* iterate(
      problem,
      first,
      (factors, assumed) => sweep(problem, factors, assumed, settings.damping).map(revive),
      settings,
      learner(call, { ...problem, noise }, learn),
    );
  } finally {
    problem.dispose();
  }
}

function sequentialSweep(
  problem: SharedFactorProblem,
  factors: readonly FactorState[],
  assumed: Assumed,
  damping: number,
): FactorState[] {
  const now = [...factors];
  for (let a = 0; a < now.length; a++) now[a] = updateSharedFactor(problem, a, now, assumed, damping);
  return now;
}

function parallelSweep(
  problem: SharedFactorProblem,
  factors: readonly FactorState[],
  assumed: Assumed,
  damping: number,
): FactorState[] {
  return factors.map((_, a) => updateSharedFactor(problem, a, factors, assumed, damping));
}

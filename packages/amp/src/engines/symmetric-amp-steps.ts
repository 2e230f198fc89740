import type { Backend } from "@onsager/linalg";
import { requireOptions } from "../argument-checks.ts";
import type { Denoiser } from "../denoiser.ts";
import type { LearningOptions } from "../learning/learn-options.ts";
import { learner } from "../learning/learner.ts";
import type { SymmetricModel } from "../models.ts";
import type { Stream } from "../random.ts";
import { ampSettings } from "./amp-settings.ts";
import type { AmpOptions, AmpState } from "./amp-state.ts";
import { type FactorState, startOf } from "./factor-state.ts";
import { iterate, type Sweep } from "./iterate.ts";
import { startVectors } from "./start-vectors.ts";
import { symmetricProblem } from "./symmetric-problem.ts";
import { symmetricNoise, updateSymmetric } from "./update-symmetric.ts";

/** Options of `symmetricAmp`. */
export interface SymmetricAmpOptions extends AmpOptions, LearningOptions {
  /** The prior of x, or another denoiser. */
  readonly prior: Denoiser;
  /** Where to start; by default entries from N(0, 1). */
  readonly start?: Float64Array;
  /** The kernels; default `backend()` of `@onsager/linalg`. */
  readonly backend?: Backend;
}

/**
 * Bayes-AMP for one vector seen through symmetric matrices and tensors (Wigner, tensor of order p, mixed 2+p), sweep by sweep;
 * spherical maximum-likelihood AMP with the denoiser of that name. `symmetricAmp` runs it to its end, and sees to the sign.
 *
 * @param model - the observations and, for diagnostics, the truth; estimates are called x
 * @param options - `prior`; `start`, `learn`, `damping`, `maximumIterations`, `tolerance`, `backend`
 * @param random - the start, from `split("start").split("x")`
 * @throws TypeError or RangeError for shapes that do not fit, asymmetric matrices, variances that are not positive, NaN
 * @see Lesieur, Krzakala, Zdeborova, Constrained low-rank matrix estimation (2017); Lesieur et al., arXiv 1701.08010
 */
export function* symmetricAmpSteps(
  model: SymmetricModel,
  options: SymmetricAmpOptions,
  random: Stream,
): Generator<AmpState, void> {
  const call = "symmetricAmp";
  requireOptions(call, options);
  const { prior, start, backend, learn } = options;
  const settings = ampSettings(call, options);
  const problem = symmetricProblem(call, model, prior, backend);
  try {
    const given = start === undefined ? {} : { x: start };
    const first = startVectors(call, problem, given, random).map(startOf);
    const noise = (c: number, [x]: readonly FactorState[]): number => symmetricNoise(problem, c, x!);
    const sweep: Sweep = ([x], assumed) => [updateSymmetric(problem, x!, assumed, settings.damping)];
    yield* iterate(problem, first, sweep, settings, learner(call, { ...problem, noise }, learn));
  } finally {
    problem.dispose();
  }
}

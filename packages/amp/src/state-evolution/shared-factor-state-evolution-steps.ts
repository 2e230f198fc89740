import { requireOptions } from "../argument-checks.ts";
import type { SharedFactorSpec } from "../models.ts";
import type { Prior } from "../prior.ts";
import { evolvedOf, evolveOptions, type StateEvolutionOptions } from "./options.ts";
import { priorsOf } from "./priors-of.ts";
import { type Run, steps } from "./run.ts";
import { sharedFactorCoupling } from "./shared-factor-coupling.ts";
import { type StateEvolutionStart, startOf } from "./start.ts";
import type { StateEvolutionState } from "./state-evolution.ts";

/** Options of `sharedFactorStateEvolution`. */
export interface SharedFactorStateEvolutionOptions extends StateEvolutionOptions {
  /** `uninformed` (default), `informed`, or the overlap of every factor at the start. */
  readonly start?: StateEvolutionStart;
  /** `sequential` (default): one factor after the other, in the order of `ratios`; `parallel`: all from the last sweep. */
  readonly schedule?: "sequential" | "parallel";
}

/** A checked state evolution of several factors. */
export function sharedFactorRun(
  call: string,
  spec: SharedFactorSpec,
  priors: Prior | Readonly<Record<string, Prior>>,
  options: SharedFactorStateEvolutionOptions,
): Run {
  requireOptions(call, options);
  const { start = "uninformed", schedule = "sequential" } = options;
  const coupling = sharedFactorCoupling(call, spec);
  const evolved = evolvedOf(call, coupling, priorsOf(call, coupling.names, priors), options);
  return {
    evolved,
    start: startOf(call, evolved, start),
    options: evolveOptions(call, options, start, schedule),
    leaps: typeof start === "string",
  };
}

/**
 * State evolution of AMP for factors that share matrices and tensors (rectangular, multi-modal, star and any other), sweep by sweep:
 * with signal mu_a = sum_{c with a} (1/D_c) prod_{b in c, b != a} alpha_b m_b, noise tau_a the same of q, and B = mu w* + sqrt(tau) z,
 *
 *     m_a' = E[eta_a(tau_a, B) w*_a],  q_a' = E[eta_a(tau_a, B)^2];  from m = q, posterior means keep m = q.
 *
 * Both schedules have the same fixed points. Yields the start, then a state a sweep, until the largest relative change is within the
 * tolerance. The uninformed start keeps every overlap above 1e-10 until all have settled, as those of a finite system stay above
 * 1/sqrt(N): without this, overlaps known through a tensor alone shrink to nothing before the matrix is learnt.
 *
 * @param spec - ratios and channels
 * @param priors - the prior of each factor by its name, or one for all
 * @param options - `start`, `schedule`, `denoiser`, `tolerance`, `maximumIterations`
 * @throws TypeError or RangeError for variances or ratios that are not positive, unknown or missing factors, priors without a finite
 *   second moment
 * @see Tabanelli, Mergny, Zdeborova, Krzakala, Computational Thresholds in Multi-Modal Learning (arXiv 2506.02664)
 */
export function sharedFactorStateEvolutionSteps(
  spec: SharedFactorSpec,
  priors: Prior | Readonly<Record<string, Prior>>,
  options: SharedFactorStateEvolutionOptions = {},
): Generator<StateEvolutionState, void> {
  return steps(sharedFactorRun("sharedFactorStateEvolution", spec, priors, options));
}

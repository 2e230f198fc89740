import { requireOptions } from "../argument-checks.ts";
import type { SymmetricSpec } from "../models.ts";
import type { Prior } from "../prior.ts";
import { evolvedOf, evolveOptions, type StateEvolutionOptions } from "./options.ts";
import { type Run, steps } from "./run.ts";
import { type StartPoint, startOf } from "./start.ts";
import type { StateEvolutionState } from "./state-evolution.ts";
import { symmetricCoupling } from "./symmetric-coupling.ts";

/** Options of `symmetricStateEvolution`. */
export interface SymmetricStateEvolutionOptions extends StateEvolutionOptions {
  /** `uninformed` (default), `informed`, or the overlap of the start. */
  readonly start?: "uninformed" | "informed" | StartPoint;
}

/** A checked state evolution of one vector. */
export function symmetricRun(
  call: string,
  spec: SymmetricSpec,
  prior: Prior,
  options: SymmetricStateEvolutionOptions,
): Run {
  requireOptions(call, options);
  const { start = "uninformed" } = options;
  const evolved = evolvedOf(call, symmetricCoupling(call, spec), [prior], options);
  const point = typeof start === "string" ? start : { x: start };
  return {
    evolved,
    start: startOf(call, evolved, point),
    options: evolveOptions(call, options, point, "sequential"),
    leaps: typeof start === "string",
  };
}

/**
 * State evolution of AMP for one vector seen through symmetric matrices and tensors (Wigner, tensor of order p, mixed 2+p), step by
 * step: with signal mu = sum_c m^{p-1}/D_c, noise tau = sum_c q^{p-1}/D_c and B = mu w* + sqrt(tau) z,
 *
 *     m' = E[eta(tau, B) w*],  q' = E[eta(tau, B)^2];  from m = q, posterior means keep m = q: m' = m_prior(sum_c m^{p-1}/D_c).
 *
 * Yields the start, then a state a step, until the relative change is within the tolerance.
 *
 * @param spec - orders and noise variances
 * @param prior - the law of the coordinates of x
 * @param options - `start`, `denoiser`, `tolerance`, `maximumIterations`
 * @throws TypeError or RangeError for variances that are not positive, orders below 2, priors without a finite second moment
 * @see Lesieur, Krzakala, Zdeborova, Constrained low-rank matrix estimation (2017); Lesieur et al., arXiv 1701.08010
 */
export function symmetricStateEvolutionSteps(
  spec: SymmetricSpec,
  prior: Prior,
  options: SymmetricStateEvolutionOptions = {},
): Generator<StateEvolutionState, void> {
  return steps(symmetricRun("symmetricStateEvolution", spec, prior, options));
}

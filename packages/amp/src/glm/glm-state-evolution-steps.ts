import { reject, requireOptions } from "../argument-checks.ts";
import { evolveOptions, type StateEvolutionOptions } from "../state-evolution/options.ts";
import { type Run, steps } from "../state-evolution/run.ts";
import { type StateEvolutionStart, startOf } from "../state-evolution/start.ts";
import type { StateEvolutionState } from "../state-evolution/state-evolution.ts";
import { glmCoupling } from "./glm-coupling.ts";
import { type GlmSpec, requireGlm } from "./glm-spec.ts";

/** Options of `glmStateEvolution`. */
export interface GlmStateEvolutionOptions extends Omit<StateEvolutionOptions, "denoiser"> {
  /** `uninformed` (default), `informed`, or the overlap m of the start, in [0, rho]. */
  readonly start?:
    | "uninformed"
    | "informed"
    | {
        /** m. */
        readonly overlap: number;
      };
}

/** A checked state evolution of GAMP. */
export function glmRun(call: string, spec: GlmSpec, options: GlmStateEvolutionOptions): Run {
  requireGlm(call, spec);
  requireOptions(call, options);
  const { prior } = spec;
  const evolved = { coupling: glmCoupling(spec), priors: [prior], denoisers: [prior] };
  const start = startPoint(call, options, prior.secondMoment);
  return {
    evolved,
    start: startOf(call, evolved, start),
    options: evolveOptions(call, options, start, "sequential"),
    leaps: true,
  };
}

function startPoint(
  call: string,
  { start = "uninformed" }: GlmStateEvolutionOptions,
  rho: number,
): StateEvolutionStart {
  if (start === "uninformed" || start === "informed") return start;
  const overlap = start?.overlap;
  if (!(overlap >= 0 && overlap <= rho)) reject(call, "start.overlap", `be in [0, ${rho}]`, overlap);
  return { w: { overlap } };
}

/**
 * State evolution of Bayes-optimal GAMP, step by step: m' = m_prior(alpha qhat(m)), qhat(m) = E g_out^2. Yields the start, then a
 * state a step, until the relative change is within the tolerance; the factor is called w.
 *
 * @param spec - `ratio` alpha, `channel`, `prior`
 * @param options - `start`, `tolerance`, `maximumIterations`
 * @throws TypeError or RangeError for a model or an option that is not as described
 * @see Barbier, Krzakala, Macris, Miolane, Zdeborova, Optimal errors and phase transitions in high-dimensional generalized linear models (2019)
 */
export function glmStateEvolutionSteps(
  spec: GlmSpec,
  options: GlmStateEvolutionOptions = {},
): Generator<StateEvolutionState, void> {
  return steps(glmRun("glmStateEvolution", spec, options));
}

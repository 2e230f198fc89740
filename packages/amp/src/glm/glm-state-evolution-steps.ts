import { reject, requireInteger, requireOptions } from "../argument-checks.ts";
import { conditionalVariance, type GlmSpec, requireGlm } from "./glm-spec.ts";
import { channelInformation } from "./projection-expectation.ts";

/** Options of `glmStateEvolution`. */
export interface GlmStateEvolutionOptions {
  /** `uninformed` (default), `informed`, or the overlap of the start in [0, rho]. */
  readonly start?: "uninformed" | "informed" | number;
  /** Largest relative change at which to stop, >= 0; default 1e-13. */
  readonly tolerance?: number;
  /** Largest number of steps; default 5000. */
  readonly maximumIterations?: number;
}

/** State evolution of GAMP after a step. */
export interface GlmStateEvolutionState {
  /** Steps so far; 0 at the start. */
  readonly iteration: number;
  /** m = E[w w*] = E[w^2]. */
  readonly overlap: number;
  /** The squared cosine m/rho. */
  readonly squaredOverlap: number;
  /** A = alpha qhat(m), of the effective scalar channel. */
  readonly precision: number;
  /** rho - m, the mean squared error. */
  readonly error: number;
  /** |change of m|/m in the last step; infinite at the start. */
  readonly residual: number;
}

/** The overlap that stands for what a finite system has at random; below it there is none. */
const FLOOR = 1e-10;
const FADED = 1e-7;

/** Checks options and fills in defaults. */
export function glmSettings(
  call: string,
  { prior }: GlmSpec,
  options: GlmStateEvolutionOptions,
): { start: number; tolerance: number; maximumIterations: number; floor: number } {
  requireOptions(call, options);
  const { start = "uninformed", tolerance = 1e-13, maximumIterations = 5000 } = options;
  const rho = prior.secondMoment;
  if (!(tolerance >= 0)) reject(call, "tolerance", "be at least 0", tolerance);
  requireInteger(call, "maximumIterations", maximumIterations, 1, 2 ** 31);
  if (start === "uninformed")
    return {
      start: Math.max(prior.mean ** 2, FLOOR * rho),
      floor: FLOOR * rho,
      tolerance,
      maximumIterations,
    };
  if (start === "informed") return { start: (1 - 1e-9) * rho, floor: 0, tolerance, maximumIterations };
  if (!(start >= 0 && start <= rho)) reject(call, "start", `be in [0, ${rho}], or a name`, start);
  return { start, floor: 0, tolerance, maximumIterations };
}

/**
 * State evolution of Bayes-optimal GAMP, step by step: m' = m_prior(alpha qhat(m)), qhat(m) = E g_out^2.
 *
 * @param spec - `ratio` alpha, `channel`, `prior`
 * @param options - `start`, `tolerance`, `maximumIterations`
 * @throws TypeError or RangeError for a model or an option that is not as described
 * @see Barbier, Krzakala, Macris, Miolane, Zdeborova, Optimal errors and phase transitions in high-dimensional generalized linear models (2019)
 */
export function* glmStateEvolutionSteps(
  spec: GlmSpec,
  options: GlmStateEvolutionOptions = {},
): Generator<GlmStateEvolutionState, void> {
  requireGlm("glmStateEvolution", spec);
  const { start, tolerance, maximumIterations, floor } = glmSettings("glmStateEvolution", spec, options);
  const { prior, channel, ratio } = spec;
  const rho = prior.secondMoment;
  const precision = (m: number): number =>
    ratio * channelInformation(channel, m, conditionalVariance(spec, m));
  const state = (m: number, A: number, iteration: number, residual: number): GlmStateEvolutionState => ({
    iteration,
    overlap: m,
    squaredOverlap: m / rho,
    precision: A,
    error: rho - m,
    residual,
  });
  let m = start;
  let A = precision(m);
  yield state(m, A, 0, Infinity);
  for (let iteration = 1; iteration <= maximumIterations; iteration++) {
    const next = Math.max(prior.overlap(A), floor);
    const faded = next < FADED * rho && next <= m;
    const residual = faded ? 0 : Math.abs(next - m) / next;
    m = faded ? Math.max(prior.mean ** 2, 0) : next;
    A = precision(m);
    yield state(m, A, iteration, residual);
    if (residual <= tolerance) return;
  }
}

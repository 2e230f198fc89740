import { reject, requireInteger, requirePositive } from "../argument-checks.ts";
import type { Denoiser } from "../denoiser.ts";
import type { Prior } from "../prior.ts";
import type { Status } from "../status.ts";
import type { AmpOptions, AmpState } from "./amp-state.ts";
import { diagnose, type FactorDiagnostics } from "./diagnostics.ts";
import type { FactorState } from "./factor-state.ts";

/** What an iteration is about: its factors, in order. */
export interface Iterated {
  readonly names: readonly string[];
  readonly denoisers: readonly Denoiser[];
  readonly truth: readonly (Float64Array | undefined)[];
}

/** Sweeps in a row that must turn an estimate around before the run is said to have period two. */
const TURNS = 5;
/** An estimate beyond this multiple of the prior's second moment has diverged. */
const DIVERGED = 1e3;
/** A mean square below this is no information. */
const UNINFORMATIVE = 1e-6;
/** Below this the run cannot come back before numbers underflow. */
const VANISHED = 1e-150;

/** Checks the options of an engine and fills in their defaults. */
export function ampSettings(call: string, options: AmpOptions): Required<AmpOptions> {
  const { damping = 0, maximumIterations = 200, tolerance = 1e-12 } = options;
  if (!(damping >= 0 && damping < 1)) reject(call, "damping", "be in [0, 1)", damping);
  requireInteger(call, "maximumIterations", maximumIterations, 1, 2 ** 31);
  requirePositive(call, "tolerance", tolerance);
  return { damping, maximumIterations, tolerance };
}

/**
 * Sweeps until the estimates settle, blow up, vanish or the limit is reached; yields a state after each. A run that diverges ends
 * with its last finite state.
 */
export function* iterate(
  { names, denoisers, truth }: Iterated,
  start: readonly FactorState[],
  sweep: (factors: readonly FactorState[]) => readonly FactorState[],
  { maximumIterations, tolerance }: Required<AmpOptions>,
): Generator<AmpState, void> {
  const record = <T>(values: readonly T[]): Record<string, T> =>
    Object.fromEntries(names.map((name, a) => [name, values[a]!]));
  let factors = start;
  let turns = 0;
  let last: AmpState | undefined;
  for (let iteration = 1; ; iteration++) {
    const next = sweep(factors);
    const diagnostics = next.map((factor, a) => diagnose(factors[a]!, factor, truth[a]));
    if (diagnostics.some((factor, a) => hasDiverged(factor, denoisers[a]!))) {
      yield {
        ...(last ?? stateOf(iteration, factors, diagnosticsOf(factors, truth))),
        status: "diverged",
        iteration,
      };
      return;
    }
    turns = diagnostics.some(({ consecutiveCosine }) => consecutiveCosine < -0.5) ? turns + 1 : 0;
    last = { ...stateOf(iteration, next, diagnostics), period: turns >= TURNS ? 2 : 1 };
    const status = statusOf(last, maximumIterations, tolerance);
    yield { ...last, status };
    if (status !== undefined) return;
    factors = next;
  }

  function stateOf(
    iteration: number,
    at: readonly FactorState[],
    diagnostics: readonly FactorDiagnostics[],
  ): AmpState {
    return {
      iteration,
      status: undefined,
      residual: Math.max(...diagnostics.map(({ change }) => change)),
      period: 1,
      estimates: record(at.map(({ estimate }) => estimate)),
      variances: record(at.map(({ variance }) => variance)),
      factors: record(diagnostics),
    };
  }
}

function diagnosticsOf(factors: readonly FactorState[], truth: Iterated["truth"]): FactorDiagnostics[] {
  return factors.map((factor, a) => diagnose(factor, factor, truth[a]));
}

function hasDiverged({ meanSquare }: FactorDiagnostics, denoiser: Denoiser): boolean {
  const { secondMoment = 1 } = denoiser as Partial<Prior>;
  return !(meanSquare <= DIVERGED * secondMoment);
}

function statusOf(
  { iteration, residual, factors }: AmpState,
  maximumIterations: number,
  tolerance: number,
): Status | undefined {
  const largest = Math.max(...Object.values(factors).map(({ meanSquare }) => meanSquare));
  const ended = residual <= tolerance || iteration >= maximumIterations || largest < VANISHED;
  if (!ended) return undefined;
  if (largest < UNINFORMATIVE) return "uninformative";
  return residual <= tolerance ? "converged" : "iterationLimit";
}

import type { Denoiser } from "../denoiser.ts";
import type { Learner } from "../learning/learner.ts";
import type { Prior } from "../prior.ts";
import type { AmpSettings } from "./amp-settings.ts";
import type { AmpState } from "./amp-state.ts";
import type { Assumed } from "./assumed.ts";
import { diagnose, type FactorDiagnostics } from "./diagnostics.ts";
import { hasDiverged, statusOf } from "./end-of-run.ts";
import type { FactorState } from "./factor-state.ts";

/** What an iteration is about: its factors, in order. */
export interface Iterated {
  readonly names: readonly string[];
  /** What the first sweep takes for true; the others too, where there is no learner. */
  readonly assumed: Assumed;
  readonly truth: readonly (Float64Array | undefined)[];
}

/** The states of all factors after a sweep. */
export type Sweep = (factors: readonly FactorState[], assumed: Assumed) => readonly FactorState[];

/** Sweeps in a row that must turn an estimate around before the run is said to have period two. */
const TURNS = 5;
/**
 * Sweeps until the estimates settle, blow up, vanish or the limit is reached; yields a state after each. A run that diverges ends
 * with its last finite state.
 */
export function* iterate(
  { names, assumed: first, truth }: Iterated,
  start: readonly FactorState[],
  sweep: Sweep,
  settings: AmpSettings,
  learner?: Learner,
): Generator<AmpState, void> {
  const record = <T>(values: readonly T[]): Record<string, T> =>
    Object.fromEntries(names.map((name, a) => [name, values[a]!]));
  let factors = start;
  let assumed = first;
  let turns = 0;
  let last: AmpState | undefined;
  for (let iteration = 1; ; iteration++) {
    const next = sweep(factors, assumed);
    const diagnostics = next.map((factor, a) => diagnose(factors[a]!, factor, truth[a]));
    const scales = assumed.denoisers.map(secondMomentOf);
    if (diagnostics.some((factor, a) => hasDiverged(factor, scales[a]!))) {
      last ??= { ...stateOf(iteration, factors, diagnosticsOf(factors, truth)), residual: Infinity };
      yield { ...last, status: "diverged", iteration };
      return;
    }
    turns = diagnostics.some(({ consecutiveCosine }) => consecutiveCosine < -0.5) ? turns + 1 : 0;
    last = { ...stateOf(iteration, next, diagnostics), period: turns >= TURNS ? 2 : 1 };
    if (learner) {
      const { assumed: better, change } = learner.step({ ...last, factors: next });
      assumed = better;
      last = { ...last, residual: Math.max(last.residual, change), learnt: learner.learnt() };
    }
    const status = statusOf(
      last,
      diagnostics.map(({ meanSquare }, a) => meanSquare && meanSquare / scales[a]!),
      settings,
    );
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
      learnt: learner?.learnt(),
    };
  }
}

function diagnosticsOf(factors: readonly FactorState[], truth: Iterated["truth"]): FactorDiagnostics[] {
  return factors.map((factor, a) => diagnose(factor, factor, truth[a]));
}

/** Denoisers that are not posterior means know no second moment: they are for unit ones. */
function secondMomentOf(denoiser: Denoiser): number {
  return (denoiser as Partial<Prior>).secondMoment ?? 1;
}

import { freeEntropyOf } from "../free-entropy/free-entropy-of.ts";
import { type RunOptions, requireRunOptions, runSteps } from "../run-steps.ts";
import { approach } from "./approach.ts";
import { type Evolution, type EvolveOptions, evolve } from "./evolve.ts";
import { type StateEvolution, type StateEvolutionState, stateOf, statusOf } from "./state-evolution.ts";
import { type Evolved, isBayesOptimal, type OrderParameters } from "./sweep.ts";

/** A state evolution that is ready to run. */
export interface Run {
  readonly evolved: Evolved;
  readonly start: OrderParameters;
  readonly options: EvolveOptions;
  /** Whether the way does not matter, only where it leads, and leaps may shorten it. */
  readonly leaps: boolean;
}

/** The states of a run, sweep by sweep. */
export function* steps(run: Run): Generator<StateEvolutionState, void> {
  for (const point of points({ ...run, leaps: false })) yield stateOf(run.evolved, point);
}

/** Runs to the end. Records are made of the last point alone, unless someone looks on. */
export function drive(run: Run, given: RunOptions<StateEvolutionState>): StateEvolution {
  requireRunOptions(given);
  const { signal, onStep } = given;
  const { evolved, options } = run;
  const last = runSteps(points(run), {
    ...(signal && { signal }),
    ...(onStep && { onStep: (point: Evolution) => onStep(stateOf(evolved, point)) }),
  });
  const { tolerance } = options;
  const { iteration, residual } = last;
  return {
    ...stateOf(evolved, last),
    freeEntropy: isBayesOptimal(evolved, last) ? freeEntropyOf(evolved, last.m) : undefined,
    status: statusOf(evolved, last, tolerance),
    convergence: { converged: residual <= tolerance, iterations: iteration, residual, tolerance },
  };
}

/** The start, then the point after each sweep. */
function* points({ evolved, start, options, leaps }: Run): Generator<Evolution, void> {
  let now: Evolution = { ...start, iteration: 0, residual: Infinity };
  yield now;
  if (leaps && isBayesOptimal(evolved, start)) {
    for (now of approach(evolved, now, options)) yield now;
  }
  yield* evolve(evolved, now, options);
}

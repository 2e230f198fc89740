import { requireFunction, requireOptions, requirePositive } from "../argument-checks.ts";
import { mmse } from "../mmse.ts";
import type { Prior } from "../prior.ts";
import { requirePrior } from "../state-evolution/options.ts";
import type { Status } from "../status.ts";
import {
  type EvolutionOptions,
  type EvolutionSettings,
  evolutionSettings,
  statusOf,
} from "./evolution-settings.ts";

/** y = A x* + noise in the limit. */
export interface VampSpec {
  /** The law of the coordinates of x*. */
  readonly prior: Prior;
  /** Variance of the noise on observations. */
  readonly variance: number;
  /** E over the squared singular values s^2 of A, N of them with those that are zero, of f(s^2). */
  readonly spectrum: (f: (squaredSingularValue: number) => number) => number;
}

/** State evolution of VAMP after a step. */
export interface VampStateEvolutionState {
  /** Steps so far; 0 at the start. */
  readonly iteration: number;
  /** How it ended; undefined while it goes on. */
  readonly status: Status | undefined;
  /** g1, the precision of the prior's scalar channel. */
  readonly precision: number;
  /** mmse(g1), the squared error. */
  readonly error: number;
  /** Relative change of g1 in the last step; infinite at the start. */
  readonly residual: number;
}

const defaults: EvolutionSettings = { tolerance: 1e-13, maximumIterations: 10_000 };
/** g1 at the start. */
const START = 1e-3;
/** Where mmse(g1) underflows, its inverse is this. */
const MOST = 1e200;

/** Checks a model and how to follow it. */
export function vampSettings(spec: VampSpec, options: EvolutionOptions): EvolutionSettings {
  const call = "vampStateEvolution";
  requireOptions(call, spec);
  requirePrior(call, "prior", spec.prior);
  requirePositive(call, "variance", spec.variance);
  requireFunction(call, "spectrum", spec.spectrum);
  return evolutionSettings(call, options, defaults);
}

/**
 * State evolution of VAMP, step by step: e1 = mmse(g1), g2 = 1/e1 - g1, e2 = E_s 1/(s^2/variance + g2), g1 <- 1/e2 - g2, from
 * g1 = 1e-3. Yields the start, then a state a step.
 *
 * @param spec - `prior`, `variance`, `spectrum`; `spectrumOf(values)` makes one of a list
 * @param options - `tolerance` (default 1e-13, relative, of g1), `maximumIterations` (default 10000)
 * @throws TypeError or RangeError for a part that is not as described
 * @see Rangan, Schniter, Fletcher, Vector approximate message passing (2019)
 */
export function* vampStateEvolutionSteps(
  spec: VampSpec,
  options: EvolutionOptions = {},
): Generator<VampStateEvolutionState, void> {
  const settings = vampSettings(spec, options);
  const { prior } = spec;
  let precision = START;
  let error = mmse(prior, precision);
  yield { iteration: 0, status: undefined, precision, error, residual: Infinity };
  for (let iteration = 1; ; iteration++) {
    const next = linearStage(spec, Math.min(1 / error, MOST) - precision);
    const residual = Math.abs(next - precision) / next;
    precision = next;
    error = mmse(prior, precision);
    const status = statusOf({ iteration, residual }, settings);
    yield { iteration, status, precision, error, residual };
    if (status !== undefined) return;
  }
}

/** 1/e2 - g2 = E[a/(a + g2)]/E[1/(a + g2)], a = s^2/variance: where g2 is large a difference would lose it. */
function linearStage({ variance, spectrum }: VampSpec, g2: number): number {
  const mean = (f: (a: number) => number): number => spectrum((squared) => f(squared / variance));
  return mean((a) => a / (a + g2)) / mean((a) => 1 / (a + g2));
}

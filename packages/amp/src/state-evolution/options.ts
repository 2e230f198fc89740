import { reject, rejectKind, requireInteger } from "../argument-checks.ts";
import type { Denoiser } from "../denoiser.ts";
import type { Prior } from "../prior.ts";
import { requireNames } from "../require-names.ts";
import type { Coupling } from "./coupling.ts";
import type { EvolveOptions } from "./evolve.ts";
import { FLOOR, type StateEvolutionStart } from "./start.ts";
import type { Evolved, Schedule } from "./sweep.ts";

/** Options common to the state evolutions of spiked models. */
export interface StateEvolutionOptions {
  /**
   * The denoiser of the algorithm, for all factors or by name; default each prior's posterior mean (Bayes-optimal). Spherical
   * maximum likelihood, where the norms of estimates say nothing, is followed in `squaredOverlaps`.
   */
  readonly denoiser?: Denoiser | Readonly<Record<string, Denoiser>>;
  /**
   * Largest relative change in a sweep at which to stop, >= 0; default 1e-13. What is still to come is no more
   * than this either, as fast as changes shrink.
   */
  readonly tolerance?: number;
  /** Largest number of sweeps; default 20000: convergence is slow near thresholds. */
  readonly maximumIterations?: number;
}

/** What evolves, its priors and denoisers checked. */
export function evolvedOf(
  call: string,
  coupling: Coupling,
  priors: readonly Prior[],
  { denoiser }: StateEvolutionOptions,
): Evolved {
  const { names } = coupling;
  names.forEach((name, a) => {
    requirePrior(call, `the prior of ${name}`, priors[a]);
  });
  const given = isDenoiser(denoiser) ? undefined : denoiser;
  requireNames(call, "denoiser", given ?? {}, names);
  const denoisers = names.map((name, a) => (isDenoiser(denoiser) ? denoiser : (given?.[name] ?? priors[a]!)));
  return { coupling, priors, denoisers };
}

function isDenoiser(value: StateEvolutionOptions["denoiser"]): value is Denoiser {
  return typeof value?.denoiseAll === "function";
}

/** Requires a prior of positive finite second moment. */
export function requirePrior(call: string, argument: string, prior: Prior | undefined): void {
  if (typeof prior?.overlap !== "function") rejectKind(call, argument, "be a prior", prior);
  if (!(prior.secondMoment > 0 && prior.secondMoment < Infinity))
    reject(call, `the second moment of ${argument}`, "be positive and finite", prior.secondMoment);
}

/** Checks how to sweep and fills in defaults. */
export function evolveOptions(
  call: string,
  { tolerance = 1e-13, maximumIterations = 20_000 }: StateEvolutionOptions,
  start: StateEvolutionStart,
  schedule: Schedule,
): EvolveOptions {
  if (!(tolerance >= 0)) reject(call, "tolerance", "be at least 0", tolerance);
  requireInteger(call, "maximumIterations", maximumIterations, 1, 2 ** 31);
  if (schedule !== "sequential" && schedule !== "parallel")
    rejectKind(call, "schedule", 'be "sequential" or "parallel"', schedule);
  return { schedule, tolerance, maximumIterations, floor: start === "uninformed" ? FLOOR : -Infinity };
}

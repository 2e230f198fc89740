import { reject, requireInteger, requireOptions } from "../argument-checks.ts";
import type { Status } from "../status.ts";

/** How long to follow a state evolution. */
export interface EvolutionOptions {
  /** Largest relative change at which to stop, >= 0. */
  readonly tolerance?: number;
  /** Largest number of steps. */
  readonly maximumIterations?: number;
}

/** The options, checked and complete. */
export type EvolutionSettings = Readonly<Required<EvolutionOptions>>;

/** Checks options and fills in defaults. */
export function evolutionSettings(
  call: string,
  options: EvolutionOptions,
  defaults: EvolutionSettings,
): EvolutionSettings {
  requireOptions(call, options);
  const { tolerance = defaults.tolerance, maximumIterations = defaults.maximumIterations } = options;
  if (!(tolerance >= 0)) reject(call, "tolerance", "be at least 0", tolerance);
  requireInteger(call, "maximumIterations", maximumIterations, 1, 2 ** 31);
  return { tolerance, maximumIterations };
}

/** How a state evolution ends after a step; undefined where it goes on. */
export function statusOf(
  { iteration, residual }: { readonly iteration: number; readonly residual: number },
  { tolerance, maximumIterations }: EvolutionSettings,
): Status | undefined {
  if (residual <= tolerance) return "converged";
  return iteration >= maximumIterations ? "iterationLimit" : undefined;
}

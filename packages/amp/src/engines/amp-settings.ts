import { reject, requireInteger, requirePositive } from "../argument-checks.ts";
import type { AmpOptions } from "./amp-state.ts";

/** The options of a run, checked and complete. */
export type AmpSettings = Readonly<Required<AmpOptions>>;

/** Where runs end by default. */
const TOLERANCE = 1e-12;

/** Checks the options of an engine and fills in their defaults. */
export function ampSettings(call: string, options: AmpOptions): AmpSettings {
  const { damping = 0, maximumIterations = 200 } = options;
  const tolerance = toleranceOf(options);
  if (!(damping >= 0 && damping < 1)) reject(call, "damping", "be in [0, 1)", damping);
  requireInteger(call, "maximumIterations", maximumIterations, 1, 2 ** 31);
  requirePositive(call, "tolerance", tolerance);
  return { damping, maximumIterations, tolerance };
}

/** The tolerance asked for. */
export function toleranceOf({ tolerance = TOLERANCE }: AmpOptions): number {
  return tolerance;
}

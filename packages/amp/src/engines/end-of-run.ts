import type { Status } from "../status.ts";
import type { AmpSettings } from "./amp-settings.ts";

/** An estimate beyond this multiple of the second moment has diverged. */
const DIVERGED = 1e3;
/** A mean square below this is no information. */
const UNINFORMATIVE = 1e-6;
/** Below this the run cannot come back before numbers underflow. */
const VANISHED = 1e-150;

/** Whether an estimate is NaN or beyond all bounds. */
export function hasDiverged(meanSquare: number, secondMoment: number): boolean {
  return !(meanSquare <= DIVERGED * secondMoment && meanSquare < Infinity);
}

/** How a run ends after a sweep that left estimates of these mean squares; undefined where it goes on. */
export function statusOf(
  { iteration, residual }: { readonly iteration: number; readonly residual: number },
  meanSquares: readonly number[],
  { maximumIterations, tolerance }: AmpSettings,
): Status | undefined {
  const largest = Math.max(...meanSquares);
  const ended = residual <= tolerance || iteration >= maximumIterations || largest < VANISHED;
  if (!ended) return undefined;
  if (largest < UNINFORMATIVE) return "uninformative";
  return residual <= tolerance ? "converged" : "iterationLimit";
}

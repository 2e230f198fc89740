import type { Status } from "../status.ts";
import type { AmpSettings } from "./amp-settings.ts";
import type { FactorDiagnostics } from "./diagnostics.ts";

/** An estimate beyond this multiple of the second moment has diverged. */
const DIVERGED = 1e3;
/** A mean square below this part of the second moment is no information. */
export const UNINFORMATIVE = 1e-6;
/** Below this part of it the run cannot come back before numbers underflow. */
const VANISHED = 1e-150;

/** Whether an estimate or its variance is NaN or beyond all bounds. */
export function hasDiverged(
  { meanSquare, meanVariance }: Pick<FactorDiagnostics, "meanSquare" | "meanVariance">,
  secondMoment: number,
): boolean {
  return !(meanSquare <= DIVERGED * secondMoment && meanSquare < Infinity && Number.isFinite(meanVariance));
}

/**
 * How a run ends after a sweep that left estimates of these mean squares, relative to second moments; undefined where it goes on.
 */
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

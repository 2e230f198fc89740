import type { ByFactor } from "../state-evolution/state-evolution.ts";
import { curveGrid, lastMinimum } from "./curve-grid.ts";
import { type CurvePoint, transitionOf } from "./curve-transition.ts";
import type { FixedPointCurve } from "./fixed-point-curve.ts";

/** A noise variance at which the phase changes, and the overlaps there of the branch in question. */
export interface TransitionPoint {
  /** D. */
  readonly variance: number;
  /** m of each factor. */
  readonly overlaps: ByFactor;
}

/** A first-order transition: between its spinodals both branches exist; below the point between them the informed one is optimal. */
export interface FirstOrderTransition {
  /** Below it the uninformed branch is gone and algorithms succeed; 0: they never do. */
  readonly uninformedSpinodal: TransitionPoint;
  /** Where both have the same free entropy; between here and the uninformed spinodal recovery is possible but hard. */
  readonly informationTheoretic: TransitionPoint;
  /** Above it the informed branch is gone; Infinity: it never is. */
  readonly informedSpinodal: TransitionPoint;
}

/**
 * The first-order transition along a curve of fixed points: its spinodals are the folds of the curve; the information-theoretic point
 * is where the informed branch, the last of the curve, and that of a random start have the same free entropy.
 *
 * @param curve - of `symmetricCurve` or `multimodalCurve`
 * @returns undefined where the curve has no folds: then the transition is continuous
 * @example
 * const curve = symmetricCurve({ channels: [{ order: 3, variance: 1 }] }, gaussian());
 * firstOrderTransition(curve)?.informedSpinodal.variance; // 0.25
 */
export function firstOrderTransition(curve: FixedPointCurve): FirstOrderTransition | undefined {
  const grid = curveGrid(curve);
  const fold = lastMinimum(grid);
  if (fold === undefined) return undefined;
  const { uninformedSpinodal, informationTheoretic, informedSpinodal } = transitionOf(curve, grid, fold);
  return {
    uninformedSpinodal: pointOf(uninformedSpinodal),
    informationTheoretic: pointOf(informationTheoretic),
    informedSpinodal: pointOf(informedSpinodal),
  };
}

function pointOf({ snr, overlaps }: CurvePoint): TransitionPoint {
  return { variance: snr > 0 ? 1 / snr : Infinity, overlaps };
}

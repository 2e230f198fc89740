import { findRoot } from "../find-root.ts";
import type { ByFactor } from "../state-evolution/state-evolution.ts";
import { type CurveGrid, curveGrid, foldNear, lastMinimum, uninformedMaximum } from "./curve-grid.ts";
import type { FixedPointCurve } from "./fixed-point-curve.ts";

/** A noise variance at which the phase changes, and the overlaps there of the branch in question. */
export interface TransitionPoint {
  readonly variance: number;
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

/** Stands for the snr of infinite noise. */
const NOTHING = 1e-6;

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
  const informed = informedEnd(curve, grid, fold);
  const uninformed = uninformedEnd(curve, grid, fold);
  const equal = equalFreeEntropy(curve, grid, informed, uninformed.snr);
  return {
    uninformedSpinodal: { variance: varianceOf(uninformed.snr), overlaps: uninformed.overlaps },
    informationTheoretic: pointAt(curve, equal),
    informedSpinodal: pointAt(curve, informed),
  };
}

function pointAt(curve: FixedPointCurve, t: number): TransitionPoint {
  return { variance: varianceOf(curve.snr(t)), overlaps: curve.overlaps(t) };
}

function varianceOf(snr: number): number {
  return snr > 2 * NOTHING ? 1 / snr : Infinity;
}

/** Where the informed branch begins: at the fold, or at infinite noise. */
function informedEnd(curve: FixedPointCurve, grid: CurveGrid, fold: number): number {
  const t = foldNear(curve, grid, fold);
  return curve.snr(t) > NOTHING ? t : findRoot((at) => curve.snr(at) - NOTHING, t, curve.range[1]);
}

/** Where the branch of a random start ends: at the highest snr before the fold, or where zero loses its stability. */
function uninformedEnd(
  curve: FixedPointCurve,
  grid: CurveGrid,
  fold: number,
): { snr: number; overlaps: ByFactor } {
  const top = uninformedMaximum(grid, fold);
  if (top === 0) return { snr: curve.trivial.onset, overlaps: curve.trivial.overlaps(curve.trivial.onset) };
  const t = foldNear(curve, grid, top);
  return { snr: curve.snr(t), overlaps: curve.overlaps(t) };
}

/** The t on the informed branch, from `informed` to where the uninformed one ends, at which both have the same free entropy. */
function equalFreeEntropy(
  curve: FixedPointCurve,
  grid: CurveGrid,
  informed: number,
  uninformedSnr: number,
): number {
  const advantage = (t: number): number =>
    curve.freeEntropy(t) - uninformedFreeEntropy(curve, grid, curve.snr(t));
  let before = informed;
  if (advantage(before) >= 0) return before;
  for (let i = grid.t.findIndex((t) => t > informed); i < grid.t.length; i++) {
    const t = grid.t[i]!;
    if (grid.snr[i]! >= uninformedSnr) return findRoot((at) => curve.snr(at) - uninformedSnr, before, t);
    if (advantage(t) >= 0) return findRoot(advantage, before, t);
    before = t;
  }
  return before;
}

/** Phi of the branch of a random start: the trivial one while it is stable, then the least informed fixed point on the curve. */
function uninformedFreeEntropy(curve: FixedPointCurve, { t, snr }: CurveGrid, at: number): number {
  const above = snr.findIndex((value) => value >= at);
  if (at <= curve.trivial.onset || above <= 0) return curve.trivial.freeEntropy(at);
  return curve.freeEntropy(findRoot((here) => curve.snr(here) - at, t[above - 1]!, t[above]!));
}

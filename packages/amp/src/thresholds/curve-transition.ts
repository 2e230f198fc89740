import { findRoot } from "../find-root.ts";
import type { ByFactor } from "../state-evolution/state-evolution.ts";
import { type CurveGrid, foldNear, uninformedMaximum } from "./curve-grid.ts";
import type { FixedPointCurve } from "./fixed-point-curve.ts";

/** A fixed point: its snr, and its overlaps. */
export interface CurvePoint {
  readonly snr: number;
  readonly overlaps: ByFactor;
}

/** The three points of a first-order transition, by snr. */
export interface CurveTransition {
  readonly uninformedSpinodal: CurvePoint;
  readonly informationTheoretic: CurvePoint;
  readonly informedSpinodal: CurvePoint;
}

/** Stands for no snr at all. */
const NOTHING = 1e-6;

/** The transition along a curve whose informed branch begins at the grid's fold. */
export function transitionOf(curve: FixedPointCurve, grid: CurveGrid, fold: number): CurveTransition {
  const { t: informed, ...informedSpinodal } = informedEnd(curve, grid, fold);
  const uninformed = uninformedBranch(curve, grid, fold);
  const equal = equalFreeEntropy(curve, grid, informed, uninformed);
  return {
    uninformedSpinodal: uninformed.end,
    informationTheoretic: equal === informed ? informedSpinodal : pointAt(curve, equal),
    informedSpinodal,
  };
}

function pointAt(curve: FixedPointCurve, t: number): CurvePoint {
  return { snr: curve.snr(t), overlaps: curve.overlaps(t) };
}

/** Where the informed branch begins: at the fold, or at infinite noise, next to where the snr is 0. */
function informedEnd(
  curve: FixedPointCurve,
  grid: CurveGrid,
  fold: number,
): CurvePoint & { readonly t: number } {
  const t = foldNear(curve, grid, fold);
  const { snr, overlaps } = pointAt(curve, t);
  if (snr > NOTHING) return { t, snr, overlaps };
  const zero = findRoot((at) => curve.snr(at), t, curve.range[1]);
  const beyond = stepFrom(zero, -1, (at) => curve.snr(at) <= 0);
  const start = stepFrom(zero, 1, (at) => curve.snr(at) >= NOTHING);
  return { t: start, snr: 0, overlaps: curve.overlaps(beyond) };
}

/** The first t from a point on, in steps that double from the smallest, where something holds. */
function stepFrom(point: number, sign: number, holds: (t: number) => boolean): number {
  let t = point;
  for (let step = Number.EPSILON; !holds(t); step *= 2) t = point + sign * step * (1 + Math.abs(point));
  return t;
}

/** The branch of a random start, trivial first and then on the curve. */
export interface UninformedBranch {
  /** Where it ends: at the highest snr before the fold, or where zero loses its stability. */
  readonly end: CurvePoint;
  /** The t there, and the index beside it on the grid; 0 where none of the branch is on the curve. */
  readonly t: number;
  readonly top: number;
}

/** The branch of a random start, for an informed branch that begins at the grid's fold. */
export function uninformedBranch(curve: FixedPointCurve, grid: CurveGrid, fold: number): UninformedBranch {
  const top = uninformedMaximum(grid, fold);
  const { onset, overlaps } = curve.trivial;
  if (top === 0) return { end: { snr: onset, overlaps: overlaps(onset) }, t: curve.range[0], top };
  const t = foldNear(curve, grid, top);
  return { end: pointAt(curve, t), t, top };
}

/** A point of the branch of a random start: trivial while that is stable, then the least informed fixed point on the curve. */
export function uninformedAt(
  curve: FixedPointCurve,
  { t, snr }: CurveGrid,
  { end, t: last, top }: UninformedBranch,
  at: number,
): { readonly freeEntropy: number; readonly overlaps: ByFactor } {
  const { onset, freeEntropy, overlaps } = curve.trivial;
  if (top === 0 || at <= onset || at <= snr[0]!)
    return { freeEntropy: freeEntropy(at), overlaps: overlaps(at) };
  const above = snr.findIndex((value, i) => i === top || value >= at);
  const here =
    at < end.snr ? findRoot((x) => curve.snr(x) - at, t[above - 1]!, above < top ? t[above]! : last) : last;
  return { freeEntropy: curve.freeEntropy(here), overlaps: curve.overlaps(here) };
}

/** The t on the informed branch, from its beginning to where the uninformed one ends, at which both have the same free entropy. */
function equalFreeEntropy(
  curve: FixedPointCurve,
  grid: CurveGrid,
  informed: number,
  uninformed: UninformedBranch,
): number {
  const advantage = (t: number): number =>
    curve.freeEntropy(t) - uninformedAt(curve, grid, uninformed, curve.snr(t)).freeEntropy;
  let before = informed;
  if (advantage(before) >= 0) return before;
  for (let i = grid.t.findIndex((t) => t > informed); i < grid.t.length; i++) {
    const { snr } = uninformed.end;
    const ends = grid.snr[i]! >= snr;
    const t = ends ? findRoot((at) => curve.snr(at) - snr, before, grid.t[i]!) : grid.t[i]!;
    if (advantage(t) >= 0) return findRoot(advantage, before, t);
    if (ends) return t;
    before = t;
  }
  return before;
}

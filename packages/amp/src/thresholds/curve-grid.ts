import { minimise } from "../minimise.ts";
import { derivative, secondDerivative } from "./derivative.ts";
import type { FixedPointCurve } from "./fixed-point-curve.ts";

/** A curve of fixed points on a grid, where its folds are looked for. */
export interface CurveGrid {
  readonly t: readonly number[];
  readonly snr: readonly number[];
}

/** Of derivatives by t, by which curves vary on a scale of 1. */
const step = 0.03;
/** A zero of the derivative that lies further than this from the minimum found by values is not trusted. */
const near = 1e-4;

/** The curve on equally spaced points of its range, the ends included. */
export function curveGrid({ range: [from, to], snr }: FixedPointCurve, intervals = 1200): CurveGrid {
  const t = Array.from({ length: intervals + 1 }, (_, i) => from + ((to - from) * i) / intervals);
  return { t, snr: t.map(snr) };
}

/** Index of the last interior minimum of the snr, where the informed branch begins; undefined if it increases all along. */
export function lastMinimum({ snr }: CurveGrid): number | undefined {
  const last = snr.findLastIndex((value, i) => i > 0 && value < snr[i - 1]!);
  return last > 0 && last < snr.length - 1 ? last : undefined;
}

/** Index of the largest snr before the fold, where the branch of a random start ends. */
export function uninformedMaximum({ snr }: CurveGrid, fold: number): number {
  const before = snr.slice(0, fold);
  return before.indexOf(before.reduce((most, value) => Math.max(most, value)));
}

/**
 * The fold of the curve, a minimum or maximum of the snr, beside a grid point: by values to half of the digits, and by a step of Newton
 * from there to nearly all, where the curve is smooth.
 */
export function foldNear({ snr }: FixedPointCurve, grid: CurveGrid, i: number): number {
  const sign = grid.snr[i]! < grid.snr[i - 1]! ? 1 : -1;
  const { argument } = minimise((t) => sign * snr(t), grid.t[i - 1]!, grid.t[i + 1]!);
  const correction = derivative(snr, argument, step) / secondDerivative(snr, argument, step);
  return Math.abs(correction) < near ? argument - correction : argument;
}

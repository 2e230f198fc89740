import { findRoot } from "../find-root.ts";
import { minimise } from "../minimise.ts";
import type { Interval } from "../spectral-law.ts";
import { farthest } from "./gaps.ts";

/** A point of the real curve z(w) along a gap. */
export interface CurvePoint {
  readonly z: number;
  /**
   * From -1 to 1, positive where the subordination map contracts about w, which is where dz/dw > 0: there z is outside of the law's
   * support, and there alone.
   */
  readonly rise: number;
}

/** How much a map with derivative f' contracts: from 1 at f' = 0 over 0 at f' = 1 to -1. */
export function riseOf(slope: number): number {
  return (1 - slope) / (1 + Math.abs(slope));
}

/** The curve along one gap, over the coordinate v of `position`. */
export interface Curve {
  readonly gap: Interval;
  at(v: number): CurvePoint;
}

/** Even, so that the middle of a gap is not among them: symmetric laws have transform 0 there. */
const samples = 146;
/** Where a bracket is cut: next to its middle, so that the middle of a gap is not met either. */
const part = 0.49;
/** A rise below this is rounding: symmetric laws have curves on which z is constant. */
const flat = 1e-10;

/** The rise at v; -1 where a removable singularity makes it no number. */
function riseAt(curve: Curve, v: number): number {
  const { rise } = curve.at(v);
  return Number.isNaN(rise) ? -1 : rise - flat;
}

/** The images in z of the parts of a curve on which it rises. */
export function windowsOf(curve: Curve): Interval[] {
  const { grid, rises } = sampled((v) => riseAt(curve, v));
  const windows: Interval[] = [];
  for (let i = 0; i < samples; i++) {
    if (!(rises[i]! > 0)) continue;
    const from = endOf(curve, grid[i]!, grid[i - 1]);
    while (rises[i + 1]! > 0) i++;
    windows.push(imageBetween(curve, from, endOf(curve, grid[i]!, grid[i + 1])));
  }
  return windows;
}

/** The rise at evenly spaced points; where it is positive at none of them, the largest is moved to the maximum beside it. */
function sampled(rise: (v: number) => number): { grid: number[]; rises: number[] } {
  const grid = Array.from({ length: samples }, (_, i) => farthest * ((2 * i) / (samples - 1) - 1));
  const rises = grid.map(rise);
  const best = rises.indexOf(Math.max(...rises));
  if (!(rises[best]! > 0)) {
    const [below, above] = [grid[Math.max(0, best - 1)]!, grid[Math.min(samples - 1, best + 1)]!];
    grid[best] = minimise((v) => -rise(v), below, above).argument;
    rises[best] = rise(grid[best]);
  }
  return { grid, rises };
}

/** The end of a window between a point that rises and the next one, which does not: a root of the rise, or where the curve itself ends. */
function endOf(curve: Curve, rising: number, other: number | undefined): number {
  if (other === undefined) return rising;
  const rise = (v: number): number => riseAt(curve, v);
  // Off the middle, where the curves of symmetric laws have a removable singularity.
  const near = rising + (other - rising) * part;
  const [inside, outside] = rise(near) > 0 ? [near, other] : [rising, near];
  const root = findRoot(rise, inside, outside);
  return Number.isNaN(curve.at(root).z) ? lastOn(curve, inside, outside) : root;
}

/** The last point of a curve, by bisection between one that is on it and one that is not. */
function lastOn(curve: Curve, on: number, off: number): number {
  let [inside, outside] = [on, off];
  for (;;) {
    const middle = (inside + outside) / 2;
    if (middle === inside || middle === outside) return inside;
    if (riseAt(curve, middle) > 0) inside = middle;
    else outside = middle;
  }
}

function imageBetween(curve: Curve, from: number, to: number): Interval {
  const [a, b] = [imageEnd(curve, from), imageEnd(curve, to)];
  return a < b ? [a, b] : [b, a];
}

/** z at the end of a window; far out along an infinite gap z is taken to be infinite. */
function imageEnd({ gap, at }: Curve, v: number): number {
  if (v > farthest / 2 && gap[1] === Infinity) return Infinity;
  if (v > farthest / 2 && gap[0] === -Infinity) return -Infinity;
  return at(v).z;
}

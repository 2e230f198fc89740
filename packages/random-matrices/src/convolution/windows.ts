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
/** A rise below this is rounding: symmetric laws have curves on which z is constant. */
const flat = 1e-10;

/** The images in z of the parts of a curve on which it rises. */
export function windowsOf(curve: Curve): Interval[] {
  const rise = (v: number): number => curve.at(v).rise - flat;
  const { grid, rises } = sampled(rise);
  const windows: Interval[] = [];
  for (let i = 0; i < samples; i++) {
    if (!(rises[i]! > 0)) continue;
    const from = lastRising(rise, grid[i]!, grid[i - 1]);
    while (rises[i + 1]! > 0) i++;
    windows.push(imageBetween(curve, from, lastRising(rise, grid[i]!, grid[i + 1])));
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

/** The last point that rises on the way from one that does to one that does not, by bisection: the curve may end between them. */
function lastRising(rise: (v: number) => number, rising: number, other: number | undefined): number {
  if (other === undefined) return rising;
  let [inside, outside] = [rising, other];
  for (;;) {
    const middle = (inside + outside) / 2;
    if (middle === inside || middle === outside) return inside;
    if (rise(middle) > 0) inside = middle;
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

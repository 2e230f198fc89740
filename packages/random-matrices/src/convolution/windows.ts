import { findRoot } from "../find-root.ts";
import { minimise } from "../minimise.ts";
import type { Interval } from "../spectral-law.ts";
import { farthest } from "./gaps.ts";

/** A point of the real curve z(w) along a gap: z, and the subordination variable w. */
export interface CurvePoint {
  readonly z: number;
  readonly w: number;
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

/** A part of a curve on which z rises with w; its image is a gap of the law's support. */
export interface Window {
  /** The image, open; infinite where the gap is. */
  readonly image: Interval;
  /** The w of a z in the image; undefined where z is too far out for the curve. */
  solve(z: number): number | undefined;
}

/** Even, so that the middle of a gap is not among them: symmetric laws have transform 0 there. */
const samples = 146;
/** A rise below this is rounding: symmetric laws have curves on which z is constant. */
const flat = 1e-10;

/** The parts of a curve on which it rises; one that is narrower than the grid is found at the largest rise. */
export function windowsOf(curve: Curve): Window[] {
  const rise = (v: number): number => curve.at(v).rise - flat;
  const grid = Array.from({ length: samples }, (_, i) => farthest * ((2 * i) / (samples - 1) - 1));
  const rises = grid.map(rise);
  const best = rises.indexOf(Math.max(...rises));
  if (!(rises[best]! > 0)) {
    const [below, above] = [grid[Math.max(0, best - 1)]!, grid[Math.min(samples - 1, best + 1)]!];
    grid[best] = minimise((v) => -rise(v), below, above).argument;
    rises[best] = rise(grid[best]);
  }
  const windows: Window[] = [];
  for (let i = 0; i < samples; i++) {
    if (!(rises[i]! > 0)) continue;
    const first = i;
    while (rises[i + 1]! > 0) i++;
    const from = lastRising(rise, grid[first]!, grid[first - 1]);
    windows.push(windowBetween(curve, from, lastRising(rise, grid[i]!, grid[i + 1])));
  }
  return windows;
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

function windowBetween(curve: Curve, from: number, to: number): Window {
  const reached = inOrder(curve.at(from).z, curve.at(to).z);
  return {
    image: inOrder(imageEnd(curve, from), imageEnd(curve, to)),
    solve: (z) => {
      if (!(z > reached[0] && z < reached[1])) return undefined;
      return curve.at(findRoot((v) => curve.at(v).z - z, from, to)).w;
    },
  };
}

/** z at the end of a window; far out along an infinite gap z is taken to be infinite. */
function imageEnd({ gap, at }: Curve, v: number): number {
  if (v > farthest / 2 && gap[1] === Infinity) return Infinity;
  if (v > farthest / 2 && gap[0] === -Infinity) return -Infinity;
  return at(v).z;
}

function inOrder(a: number, b: number): Interval {
  return a < b ? [a, b] : [b, a];
}

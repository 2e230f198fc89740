import { findRoot } from "../find-root.ts";
import { minimise } from "../minimise.ts";
import type { Interval } from "../spectral-law.ts";
import { farthest } from "./gaps.ts";

/** A point of the real curve z(w) along a gap: z, and the subordination variable w. */
export interface CurvePoint {
  readonly z: number;
  readonly w: number;
  /** dz/dw: z is outside of the law's support where it is positive, and only there. */
  readonly slope: number;
}

/** The curve along one gap, over the coordinate v of `position`. */
export interface Curve {
  readonly gap: Interval;
  at(v: number): CurvePoint;
}

/** A part of a curve on which z rises with w: its image is a gap of the law's support. */
export interface Window {
  /** The image, open; infinite where the gap is. */
  readonly image: Interval;
  /** The w of a z in the image. */
  solve(z: number): number;
}

const samples = 145;

/** The parts of a curve on which it rises; one that is narrower than the grid is found at the largest slope. */
export function windowsOf(curve: Curve): Window[] {
  const slope = (v: number): number => curve.at(v).slope;
  const grid = Array.from({ length: samples }, (_, i) => farthest * ((2 * i) / (samples - 1) - 1));
  const slopes = grid.map(slope);
  const best = slopes.indexOf(Math.max(...slopes));
  if (!(slopes[best]! > 0)) {
    const [below, above] = [grid[Math.max(0, best - 1)]!, grid[Math.min(samples - 1, best + 1)]!];
    grid[best] = minimise((v) => -slope(v), below, above).argument;
    slopes[best] = slope(grid[best]);
  }
  const windows: Window[] = [];
  for (let i = 0; i < samples; i++) {
    if (!(slopes[i]! > 0)) continue;
    const first = i;
    while (slopes[i + 1]! > 0) i++;
    const from = first === 0 ? grid[0]! : findRoot(slope, grid[first - 1]!, grid[first]!);
    const to = i === samples - 1 ? grid[i]! : findRoot(slope, grid[i]!, grid[i + 1]!);
    windows.push(windowBetween(curve, from, to));
  }
  return windows;
}

function windowBetween(curve: Curve, from: number, to: number): Window {
  const ends = [from, to].map((v) => imageEnd(curve, v)).sort((a, b) => a - b);
  return {
    image: [ends[0]!, ends[1]!],
    solve: (z) => curve.at(solveAlong(curve, from, to, z)).w,
  };
}

/** z at the end of a window; at the infinite end of a gap z is infinite too. */
function imageEnd({ gap, at }: Curve, v: number): number {
  if (v < farthest) return at(v).z;
  return gap[1] === Infinity ? Infinity : gap[0] === -Infinity ? -Infinity : at(v).z;
}

/** The v at which z is met; z is monotone in v there. Beyond the ends, which rounding may ask for, the nearer end. */
function solveAlong({ at }: Curve, from: number, to: number, z: number): number {
  const [first, last] = [at(from).z, at(to).z];
  if (z <= Math.min(first, last)) return first < last ? from : to;
  if (z >= Math.max(first, last)) return first < last ? to : from;
  return findRoot((v) => at(v).z - z, from, to);
}

import { farthest, gapsOf, position, unitOf } from "../convolution/gaps.ts";
import { findRoot } from "../find-root.ts";
import type { Interval, SpectralLaw } from "../spectral-law.ts";
import { extrapolated } from "../transforms/boundary-value.ts";

/** The gap beyond an end of a law, and the lengths that are natural there. */
export interface OuterGap {
  readonly gap: Interval;
  /** Of the whole law. */
  readonly unit: number;
  /** Of the interval of the support that ends there. */
  readonly width: number;
}

/** The roots of the distances from the edge, in widths, from which functions are extrapolated to it: they are analytic in the root. */
const roots = [1e-3, 2e-3, 3e-3, 4e-3, 5e-3, 6e-3];
/** A function that has a limit has it to three digits here. */
const close = 1e-14;
const agreement = 1e-3;

/** From so many units on a law is a point, but for rounding. */
export const huge = 1e15;

/** The gap above or below a law; `except` is 0 if its transform is not singular at an atom at 0. */
export function outerGap(law: SpectralLaw, side: "above" | "below", except?: 0): OuterGap {
  const gap = gapsOf(law, except).at(side === "above" ? -1 : 0)!;
  const edge = gap[side === "above" ? 0 : 1];
  const unit = unitOf(law);
  const interval = law.support.find((ends) => ends.includes(edge));
  return { gap, unit, width: interval === undefined ? unit : interval[1] - interval[0] };
}

/** The limit of a function at the edge of an outer gap: infinite at an atom, and where the density diverges or jumps. */
export function limitAtEdge(f: (x: number) => number, { gap, width }: OuterGap): number {
  const at = (distance: number) => f(gap[1] === Infinity ? gap[0] + distance : gap[1] - distance);
  const limit = extrapolated(
    roots,
    roots.map((root) => at(width * root * root)),
  );
  const near = at(width * close);
  return Math.abs(near - limit) <= agreement * Math.abs(limit) ? limit : Math.sign(near) * Infinity;
}

/** The point of an outer gap at which a monotone function has a value; the edge, if the value is that of the edge but for rounding. */
export function solveBeyond(f: (x: number) => number, { gap, unit }: OuterGap, value: number): number {
  return solveIn(f, gap, unit, value) ?? position(gap, unit, -farthest);
}

/** The gaps between the parts and atoms of a law. */
export function innerGaps(law: SpectralLaw, except?: 0): Interval[] {
  return gapsOf(law, except).slice(1, -1);
}

/** The point of a gap at which a monotone function has a value; undefined where it has it nowhere. */
export function solveIn(
  f: (x: number) => number,
  gap: Interval,
  unit: number,
  value: number,
): number | undefined {
  const rest = (v: number): number => f(position(gap, unit, v)) - value;
  if (rest(-farthest) > 0 === rest(farthest) > 0) return undefined;
  return position(gap, unit, findRoot(rest, -farthest, farthest));
}

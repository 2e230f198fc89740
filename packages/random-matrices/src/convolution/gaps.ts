import type { Interval, SpectralLaw } from "../spectral-law.ts";

/** What is left of the real line without some intervals: open intervals, ascending, of which the first and the last may be infinite. */
export function complement(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals.toSorted((a, b) => a[0] - b[0]);
  const gaps: Interval[] = [];
  let end = -Infinity;
  for (const [lower, upper] of sorted) {
    if (lower > end) gaps.push([end, lower]);
    end = Math.max(end, upper);
  }
  if (end < Infinity) gaps.push([end, Infinity]);
  return gaps;
}

/** The intervals on which G is real and analytic; a law whose transform is z G - 1 has no singularity at an atom at 0. */
export function gapsOf(law: SpectralLaw, except?: 0): Interval[] {
  const points = law.atoms.filter(({ at }) => at !== except).map(({ at }) => [at, at] as const);
  return complement([...law.support, ...points]);
}

/** The range of `position`: beyond, the points of a gap are those of its ends. */
export const farthest = 36;

/**
 * The point of a gap with coordinate v: v runs from -36 to 36, evenly in the logarithm of the distance from either end; in a gap with one
 * infinite end, from the finite end in the logarithm of the distance over `unit`. Rounding never takes it to an end.
 */
export function position([lower, upper]: Interval, unit: number, v: number): number {
  if (upper === Infinity) return lower + apart(unit * Math.exp(v), lower);
  if (lower === -Infinity) return upper - apart(unit * Math.exp(v), upper);
  const distance = (upper - lower) / (1 + Math.exp(Math.abs(v)));
  return v < 0 ? lower + apart(distance, lower) : upper - apart(distance, upper);
}

/** A distance from an end that is not lost beside it. */
function apart(distance: number, end: number): number {
  return Math.max(distance, 2 * Number.EPSILON * Math.abs(end));
}

/** A length that is natural to a law: the size of its points and their spread. */
export function unitOf(law: Pick<SpectralLaw, "support" | "atoms">): number {
  const ends = [...law.support.flat(), ...law.atoms.map(({ at }) => at)];
  const [lowest, highest] = [Math.min(...ends), Math.max(...ends)];
  return Math.max(Math.abs(lowest), Math.abs(highest), highest - lowest) || 1;
}

import { reject } from "./argument-checks.ts";
import { lazily } from "./lazily.ts";
import type { Cumulative } from "./quadrature/cumulative.ts";
import { intervalProfile } from "./quadrature/interval-profile.ts";
import type { Atom, Interval, SpectralLaw } from "./spectral-law.ts";

/** A part of a law: an atom, or the density on an interval in which no atom lies. */
interface Piece {
  readonly lower: number;
  readonly upper: number;
  readonly mass: number;
  at(mass: number): number;
}

/** The distribution function and its inverse, by quadrature of the density over the support. */
export function distribution(
  support: () => readonly Interval[],
  atoms: readonly Atom[],
  density: (x: number) => number,
): Pick<SpectralLaw, "cdf" | "quantile"> {
  const intervals = lazily(() => support().flatMap(cutAtZero));
  const profiles = lazily(() => intervals().map((interval) => intervalProfile(density, interval)));
  const pieces = lazily(() => piecesOf(intervals(), profiles(), atoms));
  return {
    cdf: (x) => {
      if (Number.isNaN(x)) reject("cdf", "x", "be a number", x);
      const smooth = profiles().map((profile, i) => massBelow(profile, intervals()[i]!, x));
      const jumps = atoms.map(({ at, mass }) => (at <= x ? mass : 0));
      return Math.min(
        1,
        [...smooth, ...jumps].reduce((sum, mass) => sum + mass, 0),
      );
    },
    quantile: (p) => {
      requireProbability("quantile", p);
      return quantileOf(pieces(), p);
    },
  };
}

/** Inside of a support, densities diverge at 0 if at all, where products of matrices begin to lose rank. */
function cutAtZero([lower, upper]: Interval): Interval[] {
  if (!(lower < 0 && upper > 0)) return [[lower, upper]];
  return [
    [lower, 0],
    [0, upper],
  ];
}

/** Requires a number in [0, 1]. */
function requireProbability(call: string, p: number): void {
  if (!(p >= 0 && p <= 1)) reject(call, "p", "be in [0, 1]", p);
}

function massBelow(profile: Cumulative, [lower, upper]: Interval, x: number): number {
  if (x <= lower) return 0;
  return x >= upper ? profile.mass : profile.below(x);
}

function piecesOf(
  intervals: readonly Interval[],
  profiles: readonly Cumulative[],
  atoms: readonly Atom[],
): Piece[] {
  const points = atoms.map(({ at, mass }) => ({ lower: at, upper: at, mass, at: () => at }));
  const smooth = intervals.flatMap((interval, i) => cutAt(atoms, interval, profiles[i]!));
  return [...points, ...smooth].sort((a, b) => a.lower - b.lower || a.upper - b.upper);
}

/** An interval of the support, cut at the atoms inside. */
function cutAt(atoms: readonly Atom[], interval: Interval, profile: Cumulative): Piece[] {
  const inside = atoms.map(({ at }) => at).filter((at) => at > interval[0] && at < interval[1]);
  const ends = [interval[0], ...inside, interval[1]];
  return ends.slice(1).map((upper, i) => {
    const lower = ends[i]!;
    const before = massBelow(profile, interval, lower);
    const mass = massBelow(profile, interval, upper) - before;
    return { lower, upper, mass, at: (wanted) => profile.at(before + wanted) };
  });
}

function quantileOf(pieces: readonly Piece[], p: number): number {
  if (p === 0) return pieces[0]!.lower;
  if (p === 1) return pieces.at(-1)!.upper;
  let left = p;
  for (const { mass, at } of pieces) {
    if (left <= mass) return at(left);
    left -= mass;
  }
  return pieces.at(-1)!.upper;
}

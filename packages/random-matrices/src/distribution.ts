import { reject } from "./argument-checks.ts";
import { lazily } from "./lazily.ts";
import type { Cumulative } from "./quadrature/cumulative.ts";
import { cutAtZero } from "./quadrature/cut-at-zero.ts";
import { intervalProfile } from "./quadrature/interval-profile.ts";
import { requireNumber } from "./require-parameters.ts";
import type { Atom, Interval, SpectralLaw } from "./spectral-law.ts";

/** What the masses of a law may be apart from 1. */
const massTolerance = 1e-4;

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
  const profiles = lazily(() => {
    const made = intervals().map((interval) => intervalProfile(density, interval));
    requireUnitMass([...made, ...atoms]);
    return made;
  });
  const pieces = lazily(() => piecesOf(intervals(), profiles(), atoms));
  return {
    cdf: (x) => {
      requireNumber("cdf", "x", x);
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

/** A law that misses mass, as an interval too narrow for its place would make, must not pass for one. */
function requireUnitMass(parts: readonly { readonly mass: number }[]): void {
  const total = parts.reduce((sum, { mass }) => sum + mass, 0);
  if (!(Math.abs(total - 1) <= massTolerance)) reject("SpectralLaw", "total mass", "be 1", total);
}

/** Requires a number in [0, 1]. */
function requireProbability(call: string, p: number): void {
  if (typeof p !== "number" || !(p >= 0 && p <= 1)) reject(call, "p", "be in [0, 1]", p);
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

import { findRoot } from "../find-root.ts";
import type { Interval, SpectralLaw } from "../spectral-law.ts";
import { massAt } from "./atoms.ts";
import { farthest, gapsOf, position, unitOf } from "./gaps.ts";
import type { Link } from "./link.ts";
import type { Remainder } from "./remainder.ts";
import { type Curve, type CurvePoint, riseOf } from "./windows.ts";

/** A law and its remainder. */
export interface Member {
  readonly law: SpectralLaw;
  readonly remainder: Remainder;
}

/** A real point w of a gap: the transform t, the remainder h and its derivative. */
interface Place {
  readonly w: number;
  readonly t: number;
  readonly h: number;
  readonly slope: number;
}

/** The place where the transform is t; undefined where it is nowhere. */
type Meeting = (t: number) => Place | undefined;

/** The places along a gap, over the coordinate v of `position` in it or in a part of it. */
interface Along {
  readonly gap: Interval;
  at(v: number, part?: Interval): Place;
  readonly meeting: Meeting;
}

interface Gaps {
  readonly left: Along;
  readonly right: Along;
  readonly inner: readonly Along[];
  /** Beyond the ends: right of the law where t is positive, left where it is negative. */
  readonly outer: Meeting;
}

/** Stands for w = 0, in units: a pole of h for symmetric laws, and 0/0 in the transform where there is an atom. */
const besideZero = 1e-12;
/** Where the other transform does not take the value of the one there is no point of the curve. */
const nowhere: CurvePoint = { z: Number.NaN, rise: -1 };

/**
 * The curves along which two laws have equal transforms. The gaps beyond both ends of a law are one, through infinity; where the other law
 * is in an inner gap, the curve runs along that.
 */
export function pairCurves(members: readonly [Member, Member], link: Link, except?: 0): Curve[] {
  const one = gapsAlong(members[0], link, except);
  const two = gapsAlong(members[1], link, except);
  const turns = link.turns(members.map(({ law }) => massAt(law, 0)));
  const curves = (along: Along, meeting: Meeting): Curve[] =>
    cut(along, turns).map((gap) => ({
      gap,
      at: (v) => {
        const here = along.at(v, gap);
        const there = meeting(here.t);
        return there === undefined ? nowhere : point(link, here, there);
      },
    }));
  return [
    curves(one.left, two.outer),
    curves(one.right, two.outer),
    ...one.inner.flatMap((gap) => two.inner.map(({ meeting }) => curves(gap, meeting))),
    ...one.inner.map((gap) => curves(gap, two.outer)),
    ...two.inner.map((gap) => curves(gap, one.outer)),
  ].flat();
}

/** The parts of a gap between the places where the transform has certain values. */
function cut({ gap, meeting }: Along, turns: readonly number[]): Interval[] {
  const places = turns.map(meeting).flatMap((place) => (place === undefined ? [] : [place.w]));
  const ends = [gap[0], ...new Set(places.sort((a, b) => a - b)), gap[1]];
  return ends.slice(1).map((end, i) => [ends[i]!, end]);
}

/** z, and how fast the map between the two variables contracts. */
function point(link: Link, here: Place, there: Place): CurvePoint {
  const z = link.solve(here.w, there.h);
  const factor = ({ h, slope }: Place) => slope * link.apply({ re: z, im: 0 }, { re: h, im: 0 }).byH.re;
  return { z, rise: riseOf(factor(here) * factor(there)) };
}

function gapsAlong({ law, remainder }: Member, link: Link, except?: 0): Gaps {
  const unit = unitOf(law);
  const along = gapsOf(law, except).map((gap) => placesAlong(gap, unit, remainder, link));
  const [left, right] = [along[0]!, along.at(-1)!];
  const least = right.at(farthest).t;
  const outer: Meeting = (t) =>
    t < 0 ? left.meeting(Math.min(t, -least)) : right.meeting(Math.max(t, least));
  return { left, right, inner: along.slice(1, -1), outer };
}

/** From -1 to 1, as tanh of half the logarithm of a/b where both are positive: along a gap transforms fall by orders of magnitude. */
function relativeDifference(a: number, b: number): number {
  return a === b ? 0 : (a - b) / (Math.abs(a) + Math.abs(b));
}

function placesAlong(gap: Interval, unit: number, remainder: Remainder, link: Link): Along {
  const at = (v: number, part = gap): Place => {
    const w = position(part, unit, v) || besideZero * unit;
    const { value, slope } = remainder({ re: w, im: 0 });
    return { w, t: link.transform(w, value.re), h: value.re, slope: slope.re };
  };
  const [start, end] = [at(-farthest).t, at(farthest).t];
  const meeting: Meeting = (t) => {
    if (!((start - t) * (end - t) <= 0)) return undefined;
    return at(findRoot((v) => relativeDifference(at(v).t, t), -farthest, farthest));
  };
  return { gap, at, meeting };
}

import { findRoot } from "../find-root.ts";
import type { Interval, SpectralLaw } from "../spectral-law.ts";
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

/** The places along a gap, over the coordinate v of `position`. */
interface Along {
  readonly gap: Interval;
  at(v: number): Place;
  readonly meeting: Meeting;
}

interface Gaps {
  readonly left: Along;
  readonly right: Along;
  readonly inner: readonly Along[];
  /** Beyond the ends: right of the law where t is positive, left where it is negative. */
  readonly outer: Meeting;
}

/** Where the other transform does not take the value of the one there is no point of the curve. */
const nowhere: CurvePoint = { z: Number.NaN, rise: -1 };

/**
 * The curves along which two laws have equal transforms. The gaps beyond both ends of a law are one, through infinity; where the other law
 * is in an inner gap, the curve runs along that.
 */
export function pairCurves(members: readonly [Member, Member], link: Link, except?: 0): Curve[] {
  const one = gapsAlong(members[0], link, except);
  const two = gapsAlong(members[1], link, except);
  const curve = ({ gap, at }: Along, meeting: Meeting): Curve => ({
    gap,
    at: (v) => {
      const here = at(v);
      const there = meeting(here.t);
      return there === undefined ? nowhere : point(link, here, there);
    },
  });
  return [
    curve(one.left, two.left.meeting),
    curve(one.right, two.right.meeting),
    ...one.inner.flatMap((gap) => two.inner.map(({ meeting }) => curve(gap, meeting))),
    ...one.inner.map((gap) => curve(gap, two.outer)),
    ...two.inner.map((gap) => curve(gap, one.outer)),
  ];
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

function placesAlong(gap: Interval, unit: number, remainder: Remainder, link: Link): Along {
  const at = (v: number): Place => {
    const w = position(gap, unit, v);
    const { value, slope } = remainder({ re: w, im: 0 });
    return { w, t: link.transform(w, value.re), h: value.re, slope: slope.re };
  };
  const [start, end] = [at(-farthest).t, at(farthest).t];
  const meeting: Meeting = (t) => {
    if (!((start - t) * (end - t) <= 0)) return undefined;
    return at(findRoot((v) => at(v).t - t, -farthest, farthest));
  };
  return { gap, at, meeting };
}

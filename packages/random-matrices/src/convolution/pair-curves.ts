import type { Complex } from "../complex.ts";
import { findRoot } from "../find-root.ts";
import type { Interval, SpectralLaw } from "../spectral-law.ts";
import type { Value } from "./fixed-point.ts";
import { farthest, position, unitOf } from "./gaps.ts";
import type { Curve, CurvePoint } from "./windows.ts";

/** A transform that is real and falls along the gaps of a law, and is 0 at infinity: G, or T = z G - 1. */
export interface RealTransform {
  gaps(law: SpectralLaw): readonly Interval[];
  value(law: SpectralLaw, w: Complex): Value;
}

/** A point of a gap, the transform there and its derivative. */
interface Place {
  readonly w: number;
  readonly t: number;
  readonly slope: number;
}

/** The place where a transform is t; undefined where it is nowhere. */
type Meeting = (t: number) => Place | undefined;

/** A transform along a gap, over the coordinate v of `position`. */
interface Along {
  readonly gap: Interval;
  at(v: number): Place;
  readonly meeting: Meeting;
}

/** Where the second transform does not take the value of the first there is no point of the curve. */
const nowhere: CurvePoint = { z: Number.NaN, w: Number.NaN, rise: -1 };

/**
 * The curves along which two laws have equal transforms: `point` says what z is, and how it rises with w. The gaps beyond both ends of
 * a law are one, through infinity; where the other law is in an inner gap, the curve runs along that.
 */
export function pairCurves(
  laws: readonly [SpectralLaw, SpectralLaw],
  transform: RealTransform,
  point: (t: number, first: Place, second: Place) => Omit<CurvePoint, "w">,
): Curve[] {
  const [one, two] = laws.map((law) => gapsAlong(law, transform));
  const { left, right, inner } = one!;
  const curve = ({ gap, at }: Along, meeting: Meeting, swapped = false): Curve => ({
    gap,
    at: (v) => {
      const here = at(v);
      const there = meeting(here.t);
      if (there === undefined) return nowhere;
      const [first, second] = swapped ? [there, here] : [here, there];
      return { w: first.w, ...point(there.t, first, second) };
    },
  });
  return [
    curve(left, two!.left.meeting),
    curve(right, two!.right.meeting),
    ...inner.flatMap((gap) => two!.inner.map(({ meeting }) => curve(gap, meeting))),
    ...inner.map((gap) => curve(gap, outerMeeting(two!))),
    ...two!.inner.map((gap) => curve(gap, outerMeeting(one!), true)),
  ];
}

interface Gaps {
  readonly left: Along;
  readonly right: Along;
  readonly inner: readonly Along[];
  /** A transform of this size belongs to a point a thousand million units out: beyond, rounding would hide how z depends on it. */
  readonly least: number;
}

function gapsAlong(law: SpectralLaw, transform: RealTransform): Gaps {
  const gaps = transform.gaps(law).map((gap) => along(law, gap, transform));
  const [left, right] = [gaps[0]!, gaps.at(-1)!];
  return { left, right, inner: gaps.slice(1, -1), least: right.at(Math.log(1e9)).t };
}

/** The point beyond the ends where the transform is t: right of the law where t is positive, left where it is negative. */
function outerMeeting({ left, right, least }: Gaps): Meeting {
  return (t) => (t < 0 ? left.meeting(Math.min(t, -least)) : right.meeting(Math.max(t, least)));
}

function along(law: SpectralLaw, gap: Interval, transform: RealTransform): Along {
  const unit = unitOf(law);
  const at = (v: number) => {
    const w = position(gap, unit, v);
    const { value, slope } = transform.value(law, { re: w, im: 0 });
    return { w, t: value.re, slope: slope.re };
  };
  const [start, end] = [at(-farthest).t, at(farthest).t];
  const meeting = (t: number) => {
    if (!((start - t) * (end - t) <= 0)) return undefined;
    return at(findRoot((v) => at(v).t - t, -farthest, farthest));
  };
  return { gap, at, meeting };
}

/** A sum over the sum of sizes: in [-1, 1]. */
export function relativeSum(...terms: readonly number[]): number {
  return terms.reduce((sum, x) => sum + x, 0) / terms.reduce((sum, x) => sum + Math.abs(x), 0);
}

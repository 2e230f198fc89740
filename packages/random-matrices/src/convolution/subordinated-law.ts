import { completeLaw } from "../complete-law.ts";
import { type Complex, modulus, scale, shift, subtract } from "../complex.ts";
import { lazily } from "../lazily.ts";
import { momentByQuadrature } from "../quadrature/moment-by-quadrature.ts";
import type { Atom, Interval, SpectralLaw } from "../spectral-law.ts";
import { edgeDistance } from "../transforms/edge-distance.ts";
import { fromNeighbours } from "../transforms/from-neighbours.ts";
import { fixedPoint, type Value } from "./fixed-point.ts";
import { complement } from "./gaps.ts";
import { type Curve, windowsOf } from "./windows.ts";

/** A law whose Stieltjes transform is known through another variable w, the fixed point of a map that depends on z. */
export interface Subordination {
  readonly name: string;
  readonly atoms: readonly Atom[];
  /** A length that is natural to w. */
  readonly unit: number;
  /** What is known to be outside of the support, beside what the curves show. */
  readonly outside?: Interval;
  /** The map of the upper half-plane into itself whose fixed point is w, for z in the closed upper half-plane. */
  map(z: Complex): (w: Complex) => Value;
  /** G and G' at z, from w. */
  transform(z: Complex, w: Complex): Value;
  /** The inverse map z(w) along the gaps where it is real. */
  curves(): readonly Curve[];
  /** E[x^k] of small k, by series whose terms cancel as k grows. */
  moment?(k: number): number;
  rTransform?(g: Complex): Complex;
  sTransform?(t: Complex): Complex;
}

/** Intervals shorter than this, in units of w, are points: atoms, or rounding. */
const shortest = 1e-13;
/** Largest order of the moments that come from series: to 1e-13. */
const seriesOrder = 16;
/** A map that moves no point by more than this part, as close to the centre of two equal laws of two points, hardly tells its fixed point. */
const nearIdentity = 1e-4;

/**
 * The law of a subordination. Its edges are critical values of z(w) along the gaps; the fixed point is solved at real z too, without any
 * distance from the axis, and is real outside of the support.
 */
export function subordinatedLaw(subordination: Subordination): SpectralLaw {
  const { name, atoms, unit, outside, map, transform, curves, moment, rTransform, sTransform } =
    subordination;
  const isLong = ([lower, upper]: Interval) => upper - lower > shortest * unit;
  const support = lazily(() => {
    const images = [...curves().flatMap(windowsOf), ...(outside === undefined ? [] : [outside])];
    return complement(images.filter(isLong)).filter(isLong);
  });
  const startFor = (z: Complex): Complex => ({ re: z.re, im: unit + modulus(z) });
  const directly = lastKept((z) => {
    const w = fixedPoint(map(z), startFor(z));
    return transform(z, z.im === 0 && isOutside(support(), z.re) ? { re: w.re, im: 0 } : w);
  });
  const at = lastKept((z) => {
    if (!isNearIdentity(map(z), startFor(z))) return directly(z);
    const distance = edgeDistance({ support: support(), atoms }, z);
    return {
      value: fromNeighbours((x) => directly(x).value, z, distance),
      slope: fromNeighbours((x) => directly(x).slope, z, distance),
    };
  });
  const density = (x: number): number => densityFrom(at({ re: x, im: 0 }).value);
  const highMoment = (k: number): number => momentByQuadrature(support(), atoms, density, k);
  return completeLaw({
    name,
    atoms,
    get support() {
      return support();
    },
    density,
    stieltjes: (z) => at(z).value,
    stieltjesDerivative: (z) => at(z).slope,
    ...(moment && { moment: (k) => (k > seriesOrder ? highMoment(k) : moment(k)) }),
    ...(rTransform && { rTransform }),
    ...(sTransform && { sTransform }),
  });
}

/** -Im G/pi; at an edge where G diverges, which is not a number, infinite. */
function densityFrom({ im }: Complex): number {
  return Number.isNaN(im) ? Infinity : Math.max(0, -im / Math.PI);
}

/** Whether a map leaves two points where they are, as no map with one fixed point does. */
function isNearIdentity(map: (w: Complex) => Value, start: Complex): boolean {
  const stays = (w: Complex) => modulus(subtract(map(w).value, w)) <= nearIdentity * modulus(w);
  return stays(start) && stays(shift(scale(2, start), start.im));
}

function isOutside(support: readonly Interval[], x: number): boolean {
  return support.every(([lower, upper]) => x < lower || x > upper);
}

/** The function, with its last value kept: a transform is often asked for together with its derivative. */
function lastKept(f: (z: Complex) => Value): (z: Complex) => Value {
  let [last, value] = [undefined as Complex | undefined, undefined as Value | undefined];
  return (z) => {
    if (value === undefined || last?.re !== z.re || last.im !== z.im) [last, value] = [z, f(z)];
    return value;
  };
}

import { completeLaw } from "../complete-law.ts";
import { type Complex, modulus, shift } from "../complex.ts";
import { lazily } from "../lazily.ts";
import type { Atom, Interval, SpectralLaw } from "../spectral-law.ts";
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
  moment?(k: number): number;
  rTransform?(g: Complex): Complex;
  sTransform?(t: Complex): Complex;
}

/** Intervals shorter than this, in units of w, are points: atoms, or rounding. */
const shortest = 1e-13;
/** Where any w would do, as at the centre of two symmetric laws of two points, a neighbour of z stands in. */
const aside = 1e-7;

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
  const solve = (z: Complex): Complex =>
    fixedPoint(map(z), { re: z.re, im: unit + modulus(z) }) ?? solve(shift(z, aside * unit));
  const at = lastKept((z: Complex): Value => {
    const w = solve(z);
    return transform(z, z.im === 0 && isOutside(support(), z.re) ? { re: w.re, im: 0 } : w);
  });
  return completeLaw({
    name,
    atoms,
    get support() {
      return support();
    },
    density: (x) => densityFrom(at({ re: x, im: 0 }).value),
    stieltjes: (z) => at(z).value,
    stieltjesDerivative: (z) => at(z).slope,
    ...(moment && { moment }),
    ...(rTransform && { rTransform }),
    ...(sTransform && { sTransform }),
  });
}

/** -Im G/pi; at an edge where G diverges, which is not a number, infinite. */
function densityFrom({ im }: Complex): number {
  return Number.isNaN(im) ? Infinity : Math.max(0, -im / Math.PI);
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

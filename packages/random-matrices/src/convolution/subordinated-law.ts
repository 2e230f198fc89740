import { completeLaw } from "../complete-law.ts";
import { type Complex, modulus, shift } from "../complex.ts";
import { lazily } from "../lazily.ts";
import type { Atom, Interval, SpectralLaw } from "../spectral-law.ts";
import { fixedPoint, type Value } from "./fixed-point.ts";
import { complement } from "./gaps.ts";
import { type Curve, type Window, windowsOf } from "./windows.ts";

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
 * The law of a subordination. Its edges are critical values of z(w) along the gaps; on its support the fixed point is solved at real z,
 * without any distance from the axis; outside, z(w) is inverted along the gap.
 */
export function subordinatedLaw(subordination: Subordination): SpectralLaw {
  const { name, atoms, unit, outside, map, transform, curves, moment, rTransform, sTransform } =
    subordination;
  const isLong = ([lower, upper]: Interval) => upper - lower > shortest * unit;
  const windows = lazily(() =>
    curves()
      .flatMap(windowsOf)
      .filter(({ image }) => isLong(image)),
  );
  const support = lazily(() => {
    const images = windows().map(({ image }) => image);
    return complement(outside === undefined ? images : [...images, outside]).filter(isLong);
  });
  const solve = (z: Complex): Complex => {
    const real = z.im === 0 ? solveReal(windows(), z.re) : undefined;
    if (real !== undefined) return { re: real, im: 0 };
    return fixedPoint(map(z), { re: z.re, im: unit + modulus(z) }) ?? solve(shift(z, aside * unit));
  };
  const at = (z: Complex): Value => transform(z, solve(z));
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

/** The real w of a z outside of the support. */
function solveReal(windows: readonly Window[], z: number): number | undefined {
  return windows.find(({ image: [lower, upper] }) => z > lower && z < upper)?.solve(z);
}

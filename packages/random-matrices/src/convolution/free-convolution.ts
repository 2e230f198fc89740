import { add, type Complex, divide, multiply, subtract } from "../complex.ts";
import type { Atom, SpectralLaw } from "../spectral-law.ts";
import type { Value } from "./fixed-point.ts";
import { gapsOf, unitOf } from "./gaps.ts";
import type { Link } from "./link.ts";
import { pairCurves } from "./pair-curves.ts";
import { remainderOf } from "./remainder.ts";
import type { Subordination } from "./subordinated-law.ts";

/** A point of the map w -> link(z, h_2(link(z, h_1(w)))), its derivative with z, and h_1. */
interface Round extends Value {
  readonly byZ: Complex;
  readonly h: Value;
}

const one = { re: 1, im: 0 };

/**
 * The subordination of two laws by a link: `variable` gives h at the fixed point w of one law, and dw/dz. It is the law with more gaps,
 * as w is finite in inner ones.
 */
export function freeConvolution(
  laws: readonly [SpectralLaw, SpectralLaw],
  link: Link,
  except?: 0,
): Pick<Subordination, "unit" | "map" | "curves"> & {
  variable(z: Complex, w: Complex): { readonly h: Value; readonly rate: Complex };
} {
  const [first, second] = laws
    .toSorted((a, b) => gapsOf(b).length - gapsOf(a).length)
    .map((law) => ({ law, remainder: remainderOf(law) }));
  const round = (z: Complex, w: Complex): Round => {
    const h = first!.remainder(w);
    const there = link.apply(z, h.value);
    const other = second!.remainder(there.w);
    const back = link.apply(z, other.value);
    const inner = multiply(back.byH, other.slope);
    return {
      value: back.w,
      slope: multiply(inner, multiply(there.byH, h.slope)),
      byZ: add(back.byZ, multiply(inner, there.byZ)),
      h,
    };
  };
  return {
    unit: Math.max(...laws.map(unitOf)),
    map: (z) => (w) => round(z, w),
    curves: () => pairCurves([first!, second!], link, except),
    variable: (z, w) => {
      const { slope, byZ, h } = round(z, w);
      return { h, rate: divide(byZ, subtract(one, slope)) };
    },
  };
}

/** Less mass than this is rounding. */
const leastMass = 1e-14;

/** The atoms of a convolution: where masses a and b meet, a + b - 1 is left. */
export function meetingAtoms(
  [first, second]: readonly [SpectralLaw, SpectralLaw],
  at: (a: number, b: number) => number,
): Atom[] {
  return first.atoms
    .flatMap((a) => second.atoms.map((b) => ({ at: at(a.at, b.at), mass: a.mass + b.mass - 1 })))
    .filter(({ mass }) => mass > leastMass)
    .sort((a, b) => a.at - b.at);
}

import { add, type Complex, divide, multiply, reciprocal, scale, shift, subtract } from "../complex.ts";
import type { Atom, SpectralLaw } from "../spectral-law.ts";
import type { Value } from "./fixed-point.ts";
import { unitOf } from "./gaps.ts";
import type { Subordination } from "./subordinated-law.ts";

/** How the subordination variable of one law follows from h of the other: z + h for sums, -z/h for products. */
export type Link = (z: Complex, h: Complex) => Value;

/** The map w -> link(z, h_2(link(z, h_1(w)))) with h = 1/G - w, whose fixed point is the subordination variable of the first law. */
export function convolutionMap(
  [first, second]: readonly [SpectralLaw, SpectralLaw],
  link: Link,
): Pick<Subordination, "unit" | "map"> {
  return {
    unit: Math.max(unitOf(first), unitOf(second)),
    map: (z) => (w) => {
      const there = compose(link, z, remainder(first, w));
      const back = compose(link, z, remainder(second, there.value));
      return { value: back.value, slope: multiply(back.slope, there.slope) };
    },
  };
}

function compose(link: Link, z: Complex, h: Value): Value {
  const { value, slope } = link(z, h.value);
  return { value, slope: multiply(slope, h.slope) };
}

/** h(w) = 1/G(w) - w and h' = -G'/G^2 - 1. */
export function remainder(law: SpectralLaw, w: Complex): Value {
  const G = law.stieltjes(w);
  const slope = divide(law.stieltjesDerivative(w), multiply(G, G));
  return { value: subtract(reciprocal(G), w), slope: shift(scale(-1, slope), -1) };
}

/** The variable of the second law, from that of the first. */
export function partner(law: SpectralLaw, link: Link, z: Complex, w: Complex): Complex {
  return link(z, remainder(law, w).value).value;
}

/** The atoms of a convolution: where masses a and b meet a + b - 1 is left. */
export function meetingAtoms(
  [first, second]: readonly [SpectralLaw, SpectralLaw],
  at: (a: number, b: number) => number,
): Atom[] {
  return first.atoms
    .flatMap((a) => second.atoms.map((b) => ({ at: at(a.at, b.at), mass: a.mass + b.mass - 1 })))
    .filter(({ mass }) => mass > rounding)
    .sort((a, b) => a.at - b.at);
}

const rounding = 1e-14;

import { add, type Complex, divide, multiply, subtract } from "../complex.ts";
import type { SpectralLaw } from "../spectral-law.ts";
import type { Value } from "./fixed-point.ts";
import { gapsOf, unitOf } from "./gaps.ts";
import type { Link } from "./link.ts";
import { type Member, pairCurves } from "./pair-curves.ts";
import { remainderOf } from "./remainder.ts";
import type { Subordination } from "./subordinated-law.ts";

const one = { re: 1, im: 0 };

/** The subordination of two laws, of which `variable` gives h at the fixed point w of one law, and dw/dz. */
export interface FreeConvolution extends Pick<Subordination, "unit" | "map" | "curves"> {
  variable(z: Complex, w: Complex): { readonly h: Value; readonly rate: Complex };
}

/**
 * The subordination of two laws by a link. Its variable is that of the law with more gaps: it is finite in inner gaps.
 *
 * @param except - 0 if the link's transform is not singular at an atom at 0
 */
export function freeConvolution(
  laws: readonly [SpectralLaw, SpectralLaw],
  link: Link,
  except?: 0,
): FreeConvolution {
  const [first, second] = laws
    .toSorted((a, b) => gapsOf(b).length - gapsOf(a).length)
    .map((law) => ({ law, remainder: remainderOf(law) })) as [Member, Member];
  const around = (z: Complex, w: Complex) => roundTrip(first, second, link, z, w);
  return {
    unit: Math.max(...laws.map(unitOf)),
    map: (z) => (w) => around(z, w),
    curves: () => pairCurves([first, second], link, except),
    variable: (z, w) => {
      const { slope, byZ, h } = around(z, w);
      return { h, rate: divide(byZ, subtract(one, slope)) };
    },
  };
}

/** The map w -> link(z, h_2(link(z, h_1(w)))) with its derivatives with w and z, and h_1. */
function roundTrip(
  { remainder: h1 }: Member,
  { remainder: h2 }: Member,
  link: Link,
  z: Complex,
  w: Complex,
): Value & { readonly byZ: Complex; readonly h: Value } {
  const h = h1(w);
  const there = link.apply(z, h.value);
  const other = h2(there.w);
  const back = link.apply(z, other.value);
  const inner = multiply(back.byH, other.slope);
  return {
    value: back.w,
    slope: multiply(inner, multiply(there.byH, h.slope)),
    byZ: add(back.byZ, multiply(inner, there.byZ)),
    h,
  };
}

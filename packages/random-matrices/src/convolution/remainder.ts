import { type Complex, divide, modulus, multiply, reciprocal, scale, shift, subtract } from "../complex.ts";
import { lazily } from "../lazily.ts";
import type { SpectralLaw } from "../spectral-law.ts";
import { massAt } from "./atoms.ts";
import { circleSeries, margin } from "./circle-series.ts";
import type { Value } from "./fixed-point.ts";
import { unitOf } from "./gaps.ts";

/**
 * h(w) = 1/G(w) - w and its derivative, for w in the closed upper half-plane, which h maps into itself; it tends to minus the mean at
 * infinity.
 */
export type Remainder = (w: Complex) => Value;

/** Stands for G where it is exactly 0. */
const leastTransform = 1e-150;

/** h of a law of bounded support; far out by a series, as 1/G and w cancel there. */
export function remainderOf(law: SpectralLaw): Remainder {
  const radius = margin * unitOf(law);
  const series = lazily(() => circleSeries((w) => directly(law, w).value, radius, "outside"));
  return (w) => {
    const { value, slope } = modulus(w) > (margin / 2) * radius ? series()(w) : directly(law, w);
    // Rounding must not take a real value below the axis, to the other side of a cut.
    return { value: { re: value.re, im: Math.max(0, value.im) }, slope };
  };
}

function directly(law: SpectralLaw, w: Complex): Value {
  const transform = law.stieltjes(w);
  if (transform.im === -Infinity) return atAtom(w.re, massAt(law, w.re));
  const G = modulus(transform) > leastTransform ? transform : { re: leastTransform, im: 0 };
  const slope = divide(law.stieltjesDerivative(w), multiply(G, G));
  return { value: subtract(reciprocal(G), w), slope: shift(scale(-1, slope), -1) };
}

/** Where G has the pole mass/(w - at). */
function atAtom(at: number, mass: number): Value {
  return { value: { re: -at, im: 0 }, slope: { re: 1 / mass - 1, im: 0 } };
}

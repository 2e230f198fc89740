import { type Complex, divide, modulus, multiply, reciprocal, scale, shift, subtract } from "../complex.ts";
import { lazily } from "../lazily.ts";
import type { SpectralLaw } from "../spectral-law.ts";
import type { Value } from "./fixed-point.ts";
import { unitOf } from "./gaps.ts";

/**
 * h(w) = 1/G(w) - w and its derivative, for w in the closed upper half-plane, which h maps into itself; it tends to minus the mean at
 * infinity.
 */
export type Remainder = (w: Complex) => Value;

/** Beyond this many units the series takes over, as 1/G and w cancel. */
const far = 8;
const terms = 20;
const circlePoints = 64;
/** Stands for G where it is exactly 0. */
const leastTransform = 1e-150;

/** h of a law of bounded support. */
export function remainderOf(law: SpectralLaw): Remainder {
  const unit = unitOf(law);
  const coefficients = lazily(() => seriesOf(law, 4 * unit));
  return (w) => {
    const { value, slope } = modulus(w) > far * unit ? sum(coefficients(), w) : directly(law, w);
    // Rounding must not take a real value below the axis, to the other side of a cut.
    return { value: { re: value.re, im: Math.max(0, value.im) }, slope };
  };
}

function directly(law: SpectralLaw, w: Complex): Value {
  const transform = law.stieltjes(w);
  const G = modulus(transform) > leastTransform ? transform : { re: leastTransform, im: 0 };
  const slope = divide(law.stieltjesDerivative(w), multiply(G, G));
  return { value: subtract(reciprocal(G), w), slope: shift(scale(-1, slope), -1) };
}

/** c_j of h(w) = sum_j c_j w^{-j} outside of the law: the means of h(w) w^j over a circle, of which half is a mirror image. */
function seriesOf(law: SpectralLaw, radius: number): Float64Array {
  const coefficients = new Float64Array(terms);
  for (let k = 0; k < circlePoints; k++) {
    const angle = (Math.PI * (k + 1 / 2)) / circlePoints;
    const w = { re: radius * Math.cos(angle), im: radius * Math.sin(angle) };
    let summand = directly(law, w).value;
    for (let j = 0; j < terms; j++, summand = multiply(summand, w))
      coefficients[j]! += summand.re / circlePoints;
  }
  return coefficients;
}

function sum(coefficients: Float64Array, w: Complex): Value {
  const inverse = reciprocal(w);
  let value: Complex = { re: 0, im: 0 };
  let slope: Complex = { re: 0, im: 0 };
  for (let j = coefficients.length - 1; j >= 0; j--) {
    slope = shift(multiply(slope, inverse), -j * coefficients[j]!);
    value = shift(multiply(value, inverse), coefficients[j]!);
  }
  return { value, slope: multiply(slope, inverse) };
}

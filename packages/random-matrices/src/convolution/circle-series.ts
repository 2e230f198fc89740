import { add, type Complex, multiply, reciprocal, scale, shift } from "../complex.ts";
import type { Value } from "./fixed-point.ts";

const terms = 20;
const circlePoints = 64;
/** The least ratio between the circle and the singularities, and half of it between the circle and where the series is used. */
export const margin = 4;

/**
 * The power series of a function about 0, "inside" a circle, or about infinity, "outside" of it, with its derivative. The coefficients are
 * means over the circle, of which half is a mirror image as f(conj z) = conj f(z). With the singularities `margin` times further out, or
 * in, it is good to rounding from `margin`/2 times away from the circle on.
 */
export function circleSeries(
  f: (z: Complex) => Complex,
  radius: number,
  side: "inside" | "outside",
): (z: Complex) => Value {
  const inside = side === "inside";
  const coefficients = coefficientsOf(f, radius, inside ? -1 : 1);
  return (z) => {
    const u = inside ? scale(1 / radius, z) : scale(radius, reciprocal(z));
    const { value, slope } = sum(coefficients, u);
    const rate = inside ? { re: 1 / radius, im: 0 } : scale(-1 / radius, multiply(u, u));
    return { value, slope: multiply(slope, rate) };
  };
}

/** c_j of f = sum_j c_j u^j, u = z/radius or radius/z: the means of f u^{-j}. */
function coefficientsOf(f: (z: Complex) => Complex, radius: number, sign: 1 | -1): Float64Array {
  const coefficients = new Float64Array(terms);
  for (let k = 0; k < circlePoints; k++) {
    const angle = (Math.PI * (k + 1 / 2)) / circlePoints;
    const turn = { re: Math.cos(angle), im: Math.sin(angle) };
    const step = { re: turn.re, im: sign * turn.im };
    let summand = f(scale(radius, turn));
    for (let j = 0; j < terms; j++, summand = multiply(summand, step))
      coefficients[j]! += summand.re / circlePoints;
  }
  return coefficients;
}

function sum(coefficients: Float64Array, u: Complex): Value {
  let value: Complex = { re: 0, im: 0 };
  let slope: Complex = { re: 0, im: 0 };
  for (let j = coefficients.length - 1; j >= 0; j--) {
    slope = add(multiply(slope, u), value);
    value = shift(multiply(value, u), coefficients[j]!);
  }
  return { value, slope };
}

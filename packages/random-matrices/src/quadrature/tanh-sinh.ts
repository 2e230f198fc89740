import type { Complex } from "../complex.ts";

/** Points of the trapezoid rule to a unit. */
const perUnit = 32;
/** Beyond this the points are the ends. */
const farthest = 4.2;

/**
 * The integral of a function from a to b, which may be singular at either: the trapezoid rule after x = tanh((pi/2) sinh s).
 *
 * @param f - of x and its distances from a and b, which are exact where x is not
 * @see H. Takahasi, M. Mori, Double exponential formulas for numerical integration (1974).
 */
export function tanhSinh(
  f: (x: number, fromA: number, toB: number) => Complex,
  a: number,
  b: number,
): Complex {
  let [re, im] = [0, 0];
  const steps = Math.floor(farthest * perUnit);
  for (let k = -steps; k <= steps; k++) {
    const s = k / perUnit;
    const part = 1 / (1 + Math.exp(Math.PI * Math.sinh(Math.abs(s))));
    const [near, rest] = [(b - a) * part, (b - a) * (1 - part)];
    const weight = (near * (1 - part) * Math.PI * Math.cosh(s)) / perUnit;
    const value = s < 0 ? f(a + near, near, rest) : f(b - near, rest, near);
    re += weight * value.re;
    im += weight * value.im;
  }
  return { re, im };
}

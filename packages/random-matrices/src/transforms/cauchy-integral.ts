import { add, type Complex, divide, logarithm, scale, shift, subtract } from "../complex.ts";
import { tanhSinh } from "../quadrature/tanh-sinh.ts";
import type { Interval } from "../spectral-law.ts";

/**
 * The integral of density(x)/(z - x) over an interval, for z in the closed upper half-plane. Above the interval the density at Re z is
 * subtracted, and its share added in closed form: what is left is smooth however close z is to the axis.
 */
export function cauchyIntegral(
  density: (x: number) => number,
  [lower, upper]: Interval,
  z: Complex,
): Complex {
  if (!(z.re > lower && z.re < upper)) {
    return tanhSinh((x) => divide(real(density(x)), { re: z.re - x, im: z.im }), lower, upper);
  }
  const level = density(z.re);
  const quotient = (x: number, gap: number) => divide(real(density(x) - level), { re: gap, im: z.im });
  const left = tanhSinh((x, _, gap) => quotient(x, gap), lower, z.re);
  const right = tanhSinh((x, gap) => quotient(x, -gap), z.re, upper);
  const ends = subtract(logarithm(shift(z, -lower)), logarithm(shift(z, -upper)));
  return add(add(left, right), scale(level, ends));
}

function real(re: number): Complex {
  return { re, im: 0 };
}

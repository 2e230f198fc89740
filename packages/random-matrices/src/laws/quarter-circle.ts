import { requireOptions } from "../argument-checks.ts";
import { completeLaw } from "../complete-law.ts";
import { add, type Complex, divide, logarithm, modulus, multiply, scale, shift } from "../complex.ts";
import { requireVariance } from "../require-parameters.ts";
import type { SpectralLaw } from "../spectral-law.ts";
import { semicircleTransform } from "../transforms/semicircle-transform.ts";

/** Options of `quarterCircle`. */
export interface QuarterCircleOptions {
  /** sigma^2, the second moment, from 1e-100 to 1e100; default 1. */
  readonly variance?: number;
}

/**
 * The quarter-circle law: density sqrt(4 sigma^2 - x^2)/(pi sigma^2) on [0, 2 sigma], the limit of the singular values of an N x N
 * matrix whose entries have variance sigma^2/N. With the semicircle's s = 2/(z + sqrt(z^2 - 4)), at sigma = 1, G = s +
 * (2/pi)(1 - (1/s - s) arctan s).
 *
 * @param options - `variance` sigma^2 > 0, default 1
 * @throws RangeError if the variance is out of range; TypeError for options that are no object
 *
 * @see V. Marchenko, L. Pastur, Distribution of eigenvalues for some sets of random matrices (1967): the root of their law at ratio 1.
 */
export function quarterCircle(options: QuarterCircleOptions = {}): SpectralLaw {
  requireOptions("quarterCircle", options);
  const { variance = 1 } = options;
  requireVariance("quarterCircle", "variance", variance);
  const sigma = Math.sqrt(variance);
  return completeLaw({
    name: "quarter-circle",
    support: [[0, 2 * sigma]],
    density: (x) => Math.sqrt((2 * sigma - x) * (2 * sigma + x)) / (Math.PI * variance),
    stieltjes: (z) => scale(1 / sigma, transform(scale(1 / sigma, z)).value),
    stieltjesDerivative: (z) => scale(1 / variance, transform(scale(1 / sigma, z)).slope),
    moment: (k) => sigma ** k * momentOf(k),
  });
}

/** G = s + (2/pi) f(s) and G' = s' (1 + (2/pi) f'(s)) at sigma = 1. */
function transform(z: Complex): { value: Complex; slope: Complex } {
  const { value: s, slope } = semicircleTransform(z, 1);
  const f = modulus(s) < 0.03 ? foldedSeries(s) : folded(s);
  return {
    value: add(s, scale(2 / Math.PI, f.value)),
    slope: multiply(slope, shift(scale(2 / Math.PI, f.slope), 1)),
  };
}

/** f(s) = 1 - (1/s - s) arctan s, f'(s) = ((1 + s^2) (arctan s)/s + (s^2 - 1)/(1 + s^2))/s. */
function folded(s: Complex): { value: Complex; slope: Complex } {
  const square = multiply(s, s);
  const onePlus = shift(square, 1);
  const ratio = divide(arctangent(s), s);
  return {
    value: shift(multiply(shift(square, -1), ratio), 1),
    slope: divide(add(multiply(onePlus, ratio), divide(shift(square, -1), onePlus)), s),
  };
}

/** The same far from the support, where s is small: f = sum_j (-1)^{j+1} 4 j s^{2j}/(4 j^2 - 1). */
function foldedSeries(s: Complex): { value: Complex; slope: Complex } {
  const minusSquare = scale(-1, multiply(s, s));
  let value: Complex = { re: 0, im: 0 };
  let slope: Complex = { re: 0, im: 0 };
  for (let j = 6; j >= 1; j--) {
    const coefficient = (4 * j) / (4 * j * j - 1);
    value = multiply(minusSquare, shift(value, -coefficient));
    slope = shift(multiply(minusSquare, slope), 2 * j * coefficient);
  }
  return { value, slope: multiply(s, slope) };
}

/** arctan s = log((1 + i s)/(1 - i s))/(2 i), analytic in the open unit disc. */
function arctangent({ re, im }: Complex): Complex {
  const angle = logarithm(divide({ re: 1 - im, im: re }, { re: 1 + im, im: -re }));
  return { re: angle.im / 2, im: -angle.re / 2 };
}

/** E[x^k] = 4 (k - 1)/(k + 2) E[x^{k-2}] at sigma = 1, from 1 and 8/(3 pi). */
function momentOf(k: number): number {
  let moment = k % 2 === 0 ? 1 : 8 / (3 * Math.PI);
  for (let j = (k % 2) + 2; j <= k; j += 2) moment *= (4 * (j - 1)) / (j + 2);
  return moment;
}

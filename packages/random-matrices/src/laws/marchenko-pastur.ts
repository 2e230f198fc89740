import { requireOptions } from "../argument-checks.ts";
import { completeLaw } from "../complete-law.ts";
import {
  add,
  type Complex,
  divide,
  modulus,
  multiply,
  reciprocal,
  rootBetween,
  scale,
  shift,
  subtract,
} from "../complex.ts";
import { requireRatio, requireVariance } from "../require-parameters.ts";
import type { SpectralLaw } from "../spectral-law.ts";

/** Options of `marchenkoPastur`. */
export interface MarchenkoPasturOptions {
  /** c = p/n, from 1e-16 to 1e16: the dimension p over the number n of samples. */
  readonly ratio: number;
  /** sigma^2, of the entries of X, from 1e-100 to 1e100; default 1. */
  readonly variance?: number;
}

/**
 * The law of Marchenko and Pastur, the limit of the eigenvalues of the p x p matrix X^T X/n whose n samples, the rows of X, have
 * independent entries of variance sigma^2; c = p/n. With a, b = sigma^2 (1 -+ sqrt(c))^2 the density is
 * sqrt((b - x)(x - a))/(2 pi c sigma^2 x) on [a, b]; for c > 1 there are p - n zero eigenvalues, an atom at 0 of mass 1 - 1/c.
 * c sigma^2 z G^2 - (z - sigma^2 (1 - c)) G + 1 = 0, R(g) = sigma^2/(1 - c sigma^2 g), S(t) = 1/(sigma^2 (1 + c t)).
 *
 * @param options - `ratio` c = p/n > 0; `variance` sigma^2 > 0, default 1
 * @throws RangeError if one of them is out of range; TypeError without options
 *
 * @example
 * marchenkoPastur({ ratio: 4 }); // support [[1, 9]], atoms [{ at: 0, mass: 0.75 }]
 *
 * @see V. Marchenko, L. Pastur, Distribution of eigenvalues for some sets of random matrices (1967).
 */
export function marchenkoPastur(options: MarchenkoPasturOptions): SpectralLaw {
  requireOptions("marchenkoPastur", options);
  const { ratio, variance = 1 } = options;
  requireRatio("marchenkoPastur", "ratio", ratio);
  requireVariance("marchenkoPastur", "variance", variance);
  const [a, b] = [variance * (1 - Math.sqrt(ratio)) ** 2, variance * (1 + Math.sqrt(ratio)) ** 2];
  const step = ratio * variance;
  const transform = (z: Complex) => transformOf(z, { a, b, step, centre: variance - step });
  return completeLaw({
    name: "marchenko-pastur",
    support: [[a, b]],
    atoms: ratio > 1 ? [{ at: 0, mass: 1 - 1 / ratio }] : [],
    density: (x) => (x === 0 ? Infinity : Math.sqrt(((b - x) / x) * ((x - a) / x)) / (2 * Math.PI * step)),
    stieltjes: (z) => transform(z).value,
    stieltjesDerivative: (z) => transform(z).slope,
    moment: (k) => variance ** k * narayana(k, ratio),
    rTransform: (g) => scale(variance, reciprocal(shift(scale(-step, g), 1))),
    sTransform: (t) => scale(1 / variance, reciprocal(shift(scale(ratio, t), 1))),
  });
}

/** G = 2/(B + r) = (B - r)/(2 s z), B = z - centre, r = sqrt((z - a)(z - b)), by the sum that does not cancel; G' = (s G^2 - G)/r. */
function transformOf(
  z: Complex,
  { a, b, step, centre }: { a: number; b: number; step: number; centre: number },
): { value: Complex; slope: Complex } {
  const B = shift(z, -centre);
  const root = rootBetween(z, a, b);
  const [sum, difference] = [add(B, root), subtract(B, root)];
  const value =
    modulus(sum) >= modulus(difference)
      ? divide({ re: 2, im: 0 }, sum)
      : divide(difference, scale(2 * step, z));
  return { value, slope: divide(multiply(value, shift(scale(step, value), -1)), root) };
}

/** E[x^k] at unit variance: sum_j c^j binomial(k, j) binomial(k - 1, j)/(j + 1), term by term. */
function narayana(k: number, ratio: number): number {
  let [sum, term] = [0, 1];
  for (let j = 0; j < k; j++) {
    sum += term;
    term *= (ratio * (k - j) * (k - 1 - j)) / ((j + 1) * (j + 2));
  }
  return sum;
}

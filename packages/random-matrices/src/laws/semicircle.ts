import { requireOptions } from "../argument-checks.ts";
import { catalan } from "../combinatorics.ts";
import { completeLaw } from "../complete-law.ts";
import { scale } from "../complex.ts";
import { requireVariance } from "../require-parameters.ts";
import type { SpectralLaw } from "../spectral-law.ts";
import { semicircleTransform } from "../transforms/semicircle-transform.ts";

/** Options of `semicircle`. */
export interface SemicircleOptions {
  /** sigma^2, from 1e-100 to 1e100; default 1. */
  readonly variance?: number;
}

/**
 * Wigner's semicircle law: density sqrt(4 sigma^2 - x^2)/(2 pi sigma^2) on [-2 sigma, 2 sigma], the limit of the eigenvalues of an
 * N x N symmetric matrix whose entries have variance sigma^2/N. G = 2/(z + sqrt(z^2 - 4 sigma^2)), R(g) = sigma^2 g, E[x^{2k}] =
 * sigma^{2k} C_k with Catalan's numbers C_k.
 *
 * @param options - `variance` sigma^2 > 0, default 1
 * @throws RangeError if the variance is out of range; TypeError for options that are no object
 *
 * @example
 * semicircle({ variance: 4 }).support; // [[-4, 4]]
 *
 * @see E. Wigner, On the distribution of the roots of certain symmetric matrices (1958).
 */
export function semicircle(options: SemicircleOptions = {}): SpectralLaw {
  requireOptions("semicircle", options);
  const { variance = 1 } = options;
  requireVariance("semicircle", "variance", variance);
  const edge = 2 * Math.sqrt(variance);
  return completeLaw({
    name: "semicircle",
    support: [[-edge, edge]],
    density: (x) => Math.sqrt((edge - x) * (edge + x)) / (2 * Math.PI * variance),
    stieltjes: (z) => semicircleTransform(z, variance).value,
    stieltjesDerivative: (z) => semicircleTransform(z, variance).slope,
    moment: (k) => (k % 2 === 0 ? catalan(k / 2) * variance ** (k / 2) : 0),
    rTransform: (g) => scale(variance, g),
  });
}

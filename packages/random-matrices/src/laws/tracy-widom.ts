import { reject, requireOptions } from "../argument-checks.ts";
import { airyDistributions } from "../fredholm/airy-distributions.ts";
import { airySurvival } from "../fredholm/airy-survival.ts";
import { lawFromDensity } from "../law-from-density.ts";
import { lazily } from "../lazily.ts";
import { cumulative } from "../quadrature/cumulative.ts";
import type { SpectralLaw } from "../spectral-law.ts";
import { derivative } from "../transforms/derivative.ts";

/** Options of `tracyWidom`. */
export interface TracyWidomOptions {
  /** The symmetry class: 1 for real, 2 for complex, 4 for quaternion entries; default 1. */
  readonly beta?: 1 | 2 | 4;
}

/** A law of Tracy and Widom. */
export interface TracyWidom extends SpectralLaw {
  /** 1 - cdf(x) without cancellation: the p-value of a largest eigenvalue, to about 12 digits however small. */
  survival(x: number): number;
}

/** All but 1e-16 of the law, in the unit of the Airy operator. */
const bulk = { 1: [-11, 16], 2: [-9, 10], 4: [-11, 8] } as const;

/**
 * The law of Tracy and Widom, the limit of the largest eigenvalue. With the eigenvalues lambda_k of the operator Ai(s + x + y) on x, y > 0,
 * XX
 *
 * Convention: that of Tracy and Widom (1996), in which means are -1.2065, -1.7711 and -2.3069. For the largest eigenvalue of the
 * beta-Hermite ensemble with semicircle on [-2, 2], (x - 2) n^{2/3} tends to F_1 and F_2, and for beta = 4 to F_4 divided by 2^{1/6}: that
 * is the scale of the stochastic Airy operator, with mean -2.0552. For p x p white sample covariances of n samples, beta = 1, n times the
 * largest eigenvalue minus (sqrt(n - 1) + sqrt p)^2, over (sqrt(n - 1) + sqrt p)(1/sqrt(n - 1) + 1/sqrt p)^{1/3}, tends to F_1.
 *
 * The transforms are quadratures; the density on a table, 0.5 s of work at the first quantile or transform.
 *
 * @param options - `beta` 1, 2 or 4; default 1
 * @throws RangeError if beta is another number; TypeError for options that are no object
 *
 * @example
 * tracyWidom().quantile(0.95); // 0.9793
 *
 * @see C. Tracy, H. Widom, On orthogonal and symplectic matrix ensembles (1996); F. Bornemann, On the numerical evaluation of
 *   distributions in random matrix theory (2010), section 6; P. Ferrari, H. Spohn, A determinantal formula for the GOE Tracy-Widom
 *   distribution (2005); I. Johnstone, On the distribution of the largest eigenvalue in principal components analysis (2001).
 */
export function tracyWidom(options: TracyWidomOptions = {}): TracyWidom {
  requireOptions("tracyWidom", options);
  const { beta = 1 } = options;
  if (beta !== 1 && beta !== 2 && beta !== 4) reject("tracyWidom", "beta", "be 1, 2 or 4", beta);
  const unit = beta === 4 ? Math.SQRT1_2 : 1;
  const [lowest, highest] = bulk[beta];
  const at = (x: number) => airyDistributions(x / unit)[beta];
  const table = lazily(() => cumulative((s) => at(unit * s).slope / unit, lowest, highest));
  const law = lawFromDensity({
    name: `tracy-widom-${beta}`,
    support: [[unit * lowest, unit * highest]],
    density: (x) => table().value(x / unit),
  });
  return {
    ...law,
    support: [[-Infinity, Infinity]],
    density: (x) => at(requireNumber("density", x)).slope / unit,
    cdf: (x) => at(requireNumber("cdf", x)).value,
    survival: (x) => airySurvival(requireNumber("survival", x) / unit)[beta],
    quantile: (p) => (p === 0 ? -Infinity : p === 1 ? Infinity : law.quantile(p)),
    stieltjesDerivative: (z) => derivative(law.stieltjes, z, 1),
  };
}

function requireNumber(call: string, x: number): number {
  if (Number.isNaN(x)) reject(call, "x", "be a number", x);
  return x;
}

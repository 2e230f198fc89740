import { reject, requireOptions } from "../argument-checks.ts";
import { findRoot } from "../find-root.ts";
import { airyDistribution } from "../fredholm/airy-distribution.ts";
import { airyLeftTail } from "../fredholm/airy-left-tail.ts";
import { airySurvival } from "../fredholm/airy-survival.ts";
import { densityLaw } from "../law-from-density.ts";
import { lazily } from "../lazily.ts";
import { cumulative } from "../quadrature/cumulative.ts";
import { requireComplex, requireNumber } from "../require-parameters.ts";
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

/** Below this mass beyond them quantiles come from the tails of the law, */
const tail = 1e-8;
/** which lie so far out, in the unit of the Airy operator, down to the least number and up to 1 - 2^-53. */
const leftTail = [3, 40] as const;
const rightTail = [2, 18] as const;
/** All but 1e-16 of the law, in the unit of the Airy operator. */
const bulk = { 1: [-11, 16], 2: [-9, 10], 4: [-11, 8] } as const;

/**
 * The law of Tracy and Widom, the limit of the largest eigenvalue. With the operator T of kernel Ai(s + x + y) on x, y > 0, F_1(s) =
 * det(1 - T), F_2(s) = det(1 - T^2) and F_4(s/sqrt 2) = (det(1 - T) + det(1 + T))/2, to about 1e-14.
 *
 * Convention: that of Tracy and Widom (1996), with the means -1.2065, -1.7711 and -2.3069 for beta = 1, 2 and 4. If x is the largest
 * eigenvalue of the beta-Hermite ensemble of n values with its semicircle on [-2, 2], then n^{2/3} (x - 2) tends to F_1 and F_2, and for
 * beta = 4 to F_4 divided by 2^{1/6}, of mean -2.0552: the scale of the stochastic Airy operator, in which others state F_4.
 *
 * The first quantile or transform makes a table, some tenths of a second of work; cdf, survival and density are computed afresh.
 * Quantiles have ten digits, and six or more in the tails of 1e-8, which are inverted as such down to the least number.
 *
 * @param options - `beta` 1, 2 or 4; default 1
 * @throws RangeError if beta is another number; TypeError for options that are no object
 *
 * @example
 * tracyWidom().quantile(0.95); // 0.9793
 * tracyWidom().survival(4); // 2.2e-4, the p-value of a largest eigenvalue 4 units beyond the edge
 *
 * @see C. Tracy, H. Widom, On orthogonal and symplectic matrix ensembles (1996); P. Ferrari, H. Spohn, A determinantal formula for the GOE
 *   Tracy-Widom distribution (2005); F. Bornemann, On the numerical evaluation of distributions in random matrix theory (2010), section
 *   6; for the scales J. Ramirez, B. Rider, B. Virag, Beta ensembles, stochastic Airy spectrum, and a diffusion (2011).
 */
export function tracyWidom(options: TracyWidomOptions = {}): TracyWidom {
  requireOptions("tracyWidom", options);
  const { beta = 1 } = options;
  if (beta !== 1 && beta !== 2 && beta !== 4) reject("tracyWidom", "beta", "be 1, 2 or 4", beta);
  const unit = beta === 4 ? Math.SQRT1_2 : 1;
  const [lowest, highest] = bulk[beta];
  const at = (x: number) => airyDistribution(beta, x / unit);
  const table = lazily(() => cumulative((s) => at(unit * s).slope / unit, lowest, highest));
  const law = densityLaw({
    name: `tracy-widom-${beta}`,
    support: [[unit * lowest, unit * highest]],
    density: (x) => table().value(x / unit),
  });
  return {
    ...law,
    support: [[-Infinity, Infinity]],
    density: (x) => Math.max(0, at(number("density", x)).slope / unit),
    cdf: (x) => Math.min(1, at(number("cdf", x)).value),
    survival: (x) => airySurvival(number("survival", x) / unit)[beta],
    quantile: (p) => {
      if (p === 0 || p === 1) return p === 0 ? -Infinity : Infinity;
      return isTail(p) ? unit * tailQuantile(beta, p) : law.quantile(p);
    },
    stieltjesDerivative(z) {
      requireComplex("stieltjesDerivative", "z", z);
      return derivative(law.stieltjes, z, 1);
    },
  };
}

/** Probabilities at which the table of masses, which is good to 1e-14, has too few digits. */
function isTail(p: number): boolean {
  return p > 0 && p < 1 && Math.min(p, 1 - p) < tail;
}

/** The quantile in the tails, in the unit of the Airy operator: by asymptotic series below, by the survival function above. */
function tailQuantile(beta: 1 | 2 | 4, p: number): number {
  if (p < tail) return -findRoot((x) => airyLeftTail(x)[beta] - Math.log(p), ...leftTail);
  return findRoot((s) => Math.log(airySurvival(s)[beta] / (1 - p)), ...rightTail);
}

function number(call: string, x: number): number {
  requireNumber(call, "x", x);
  return x;
}

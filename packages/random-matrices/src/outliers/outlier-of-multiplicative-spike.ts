import { reject } from "../argument-checks.ts";
import { momentTransform } from "../convolution/moment-transform.ts";
import { requireBounded } from "../convolution/require-bounded.ts";
import type { Outlier } from "../outlier.ts";
import type { SpectralLaw } from "../spectral-law.ts";
import { limitAtEdge, outerGap, solveBeyond } from "./beyond-edge.ts";

/**
 * The outlier of S^{1/2} A S^{1/2}, S = I + theta v v^T, |v| = 1, where A >= 0 has the law mu and v is independent of it: the eigenvalue
 * rho outside of mu with T(rho) = rho G(rho) - 1 = 1/theta. It exists above mu for theta > 1/T(b+), b the upper end, and between 0 and
 * mu for theta < 1/T(a-). The squared overlap of its eigenvector with v is -(1 + theta)/(theta^2 rho T'(rho)). For a white sample
 * covariance A, with the law of Marchenko and Pastur, theta is the spike's eigenvalue less 1.
 *
 * @param law - mu, on a bounded part of [0, infinity)
 * @param spike - theta > -1, not 0
 * @returns `threshold` 1/T at the end of mu on the side of theta
 * @throws RangeError if theta is 0, at most -1 or not finite, or mu is not bounded or has negative points; TypeError if the law is none
 *
 * @example
 * outlierOfMultiplicativeSpike(marchenkoPastur({ ratio: 0.25 }), 1); // { threshold: 0.5, eigenvalue: 2.5, squaredOverlap: 0.6 }
 *
 * @see F. Benaych-Georges, R. Nadakuditi, The eigenvalues and eigenvectors of finite, low rank perturbations of large random matrices
 *   (2011), section 2.
 */
export function outlierOfMultiplicativeSpike(law: SpectralLaw, spike: number): Outlier {
  requireBounded("outlierOfMultiplicativeSpike", "law", law, 0);
  if (!(spike > -1 && spike < Infinity && spike !== 0))
    reject("outlierOfMultiplicativeSpike", "spike", "be finite, above -1 and not 0", spike);
  const T = (x: number) => momentTransform(law, { re: x, im: 0 });
  const value = (x: number): number => T(x).value.re;
  const beyond = outerGap(law, spike > 0 ? "above" : "below", 0);
  const threshold = 1 / limitAtEdge(value, beyond);
  if (Math.abs(spike) <= Math.abs(threshold)) return { threshold, eigenvalue: undefined, squaredOverlap: 0 };
  const eigenvalue = solveBeyond(value, beyond, 1 / spike);
  const slope = T(eigenvalue).slope.re;
  return { threshold, eigenvalue, squaredOverlap: -(1 + spike) / (spike * spike * eigenvalue * slope) };
}

import { reject, rejectKind } from "../argument-checks.ts";
import { massAt } from "../convolution/atoms.ts";
import { momentTransformOf } from "../convolution/moment-transform.ts";
import { requireBounded } from "../convolution/require-bounded.ts";
import type { Outliers } from "../outlier.ts";
import type { SpectralLaw } from "../spectral-law.ts";
import { huge, innerGaps, limitAtEdge, outerGap, solveBeyond, solveIn } from "./beyond-edge.ts";

/**
 * The outliers of S^{1/2} A S^{1/2}, S = I + theta v v^T, |v| = 1, where A >= 0 has the law mu and v is independent of it: the eigenvalues
 * rho outside of mu with T(rho) = rho G(rho) - 1 = 1/theta. There is one above mu for theta > 1/T(b+), b the upper end, or between 0 and mu
 * for theta < 1/T(a-), and one in every inner gap along which T passes 1/theta. The squared overlap of its eigenvector with v is
 * -(1 + theta)/(theta^2 rho T'(rho)). For a white sample covariance A, with the law of Marchenko and Pastur, theta is the spike's
 * eigenvalue less 1.
 *
 * @param law - mu, on a bounded part of [0, infinity), not all at 0
 * @param spike - theta > -1, not 0
 * @returns `threshold` 1/T at the end of mu on the side of theta; the outlier beyond that end, and `inner` those in the gaps between parts
 *   and positive atoms of mu
 * @throws RangeError if theta is 0, at most -1 or not finite, or mu is not bounded or has negative points; TypeError if the law is none
 *   or all 0
 *
 * @example
 * outlierOfMultiplicativeSpike(marchenkoPastur({ ratio: 0.25 }), 1); // eigenvalue 2.5, squaredOverlap 0.6, threshold 0.5
 *
 * @see F. Benaych-Georges, R. Nadakuditi, The eigenvalues and eigenvectors of finite, low rank perturbations of large random matrices
 *   (2011), section 2.
 */
export function outlierOfMultiplicativeSpike(law: SpectralLaw, spike: number): Outliers {
  requireBounded("outlierOfMultiplicativeSpike", "law", law, 0);
  if (massAt(law, 0) === 1) rejectKind("outlierOfMultiplicativeSpike", "law", "have mass beside 0", law);
  if (!(Number.isFinite(spike) && spike > -1 && spike !== 0))
    reject("outlierOfMultiplicativeSpike", "spike", "be finite, above -1 and not 0", spike);
  const transform = momentTransformOf(law);
  const T = (x: number) => transform({ re: x, im: 0 });
  const value = (x: number): number => T(x).value.re;
  const overlap = (rho: number): number => -((1 + spike) / spike) / (spike * (rho * T(rho).slope.re));
  const beyond = outerGap(law, spike > 0 ? "above" : "below", 0);
  const threshold = 1 / limitAtEdge(value, beyond);
  const inner = innerGaps(law, 0).flatMap((gap) => {
    const eigenvalue = solveIn(value, gap, beyond.unit, 1 / spike);
    return eigenvalue === undefined ? [] : [{ gap, eigenvalue, squaredOverlap: overlap(eigenvalue) }];
  });
  if (Math.abs(spike) <= Math.abs(threshold))
    return { threshold, eigenvalue: undefined, squaredOverlap: 0, inner };
  if (spike > huge)
    return { threshold, eigenvalue: spike * meanOf(T, beyond.unit), squaredOverlap: 1, inner };
  const eigenvalue = solveBeyond(value, beyond, 1 / spike);
  return { threshold, eigenvalue, squaredOverlap: overlap(eigenvalue), inner };
}

/** E[x], what x T(x) tends to. */
function meanOf(T: (x: number) => { readonly value: { readonly re: number } }, unit: number): number {
  return huge * unit * T(huge * unit).value.re;
}

import { reject } from "../argument-checks.ts";
import { requireBounded } from "../convolution/require-bounded.ts";
import type { Outliers } from "../outlier.ts";
import type { SpectralLaw } from "../spectral-law.ts";
import { huge, innerGaps, limitAtEdge, outerGap, solveBeyond, solveIn } from "./beyond-edge.ts";

/**
 * The outliers of A + theta v v^T, |v| = 1, where the symmetric A has the law mu and v is independent of it: the eigenvalues rho outside of
 * mu with G(rho) = 1/theta. There is one above mu for theta > 1/G(b+), b the upper end, or below for theta < 1/G(a-), and one in every
 * inner gap along which G passes 1/theta, which theta of either sign and any size may do. The squared overlap of its eigenvector with v is
 * -1/(theta^2 G'(rho)).
 *
 * @param law - mu, of bounded support
 * @param spike - theta, not 0
 * @returns `threshold` 1/G at the end of mu on the side of theta: 0 where the density does not vanish there; the outlier beyond that end,
 *   and `inner` those in the gaps between parts and atoms of mu
 * @throws RangeError if theta is 0 or not finite, or the support not bounded; TypeError if the law is none
 *
 * @example
 * outlierOfAdditiveSpike(semicircle(), 2); // { threshold: 1, eigenvalue: 2.5, squaredOverlap: 0.75, inner: [] }
 *
 * @see F. Benaych-Georges, R. Nadakuditi, The eigenvalues and eigenvectors of finite, low rank perturbations of large random matrices
 *   (2011), theorems 2.1 and 2.2.
 */
export function outlierOfAdditiveSpike(law: SpectralLaw, spike: number): Outliers {
  requireBounded("outlierOfAdditiveSpike", "law", law);
  if (!(Number.isFinite(spike) && spike !== 0))
    reject("outlierOfAdditiveSpike", "spike", "be finite and not 0", spike);
  const G = (x: number): number => law.stieltjes({ re: x, im: 0 }).re;
  const overlap = (rho: number): number =>
    -1 / (spike * (spike * law.stieltjesDerivative({ re: rho, im: 0 }).re));
  const beyond = outerGap(law, spike > 0 ? "above" : "below");
  const threshold = 1 / limitAtEdge(G, beyond) + 0;
  const inner = innerGaps(law).flatMap((gap) => {
    const eigenvalue = solveIn(G, gap, beyond.unit, 1 / spike);
    return eigenvalue === undefined ? [] : [{ gap, eigenvalue, squaredOverlap: overlap(eigenvalue) }];
  });
  if (Math.abs(spike) <= Math.abs(threshold))
    return { threshold, eigenvalue: undefined, squaredOverlap: 0, inner };
  if (Math.abs(spike) > huge * beyond.unit) return { threshold, eigenvalue: spike, squaredOverlap: 1, inner };
  const eigenvalue = solveBeyond(G, beyond, 1 / spike);
  return { threshold, eigenvalue, squaredOverlap: overlap(eigenvalue), inner };
}

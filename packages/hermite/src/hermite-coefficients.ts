import { requireInteger } from "./argument-checks.ts";
import type { Convergence } from "./convergence.ts";
import type { Expectation } from "./expectation.ts";
import { gaussianExpectation } from "./gaussian-expectation.ts";
import { hermite } from "./hermite.ts";
import type { LinkFunction } from "./link.ts";
import { maximumHermiteOrder } from "./maximum-order.ts";
import { type RefinementOptions, refinementOptions } from "./refinement-options.ts";
import { requireLink } from "./require-link.ts";

/** The expansion of a link in Hermite polynomials. */
export interface HermiteCoefficients {
  /** c_0, ..., c_K. */
  readonly coefficients: Float64Array;
  /** E[g^2], which the sum of all c_k^2 reaches. */
  readonly secondMoment: number;
  /** Of the coefficient that converged worst; residuals are relative to E|g h_k|. */
  readonly convergence: Convergence;
}

/**
 * The Hermite coefficients of a link, c_k = E[g(z) h_k(z)], z ~ N(0, 1), so that g = sum_k c_k h_k.
 *
 * @param link - a member of the family, or any `{ apply, kinks }`
 * @param order - K, an integer from 0 to `maximumHermiteOrder`
 * @param options - `tolerance`, default 1e-12, and `maximumNodes`, default 24001, of the quadrature
 * @throws RangeError or TypeError when an argument is not as described, or E[g^2] diverges
 * @example hermiteCoefficients(relu, 2).coefficients // [1/sqrt(2 pi), 1/2, 1/sqrt(4 pi)]
 */
export function hermiteCoefficients(
  link: LinkFunction,
  order: number,
  options: RefinementOptions = {},
): HermiteCoefficients {
  requireInteger("hermiteCoefficients", "order", order, 0, maximumHermiteOrder);
  const refinement = refinementOptions("hermiteCoefficients", options);
  const secondMoment = requireLink("hermiteCoefficients", link);
  const { kinks = [] } = link;
  const terms = Array.from({ length: order + 1 }, (_, k) =>
    gaussianExpectation((z) => link.apply(z) * hermite(k, z), { ...refinement, kinks }),
  );
  return {
    coefficients: Float64Array.from(terms, ({ value }) => value),
    secondMoment,
    convergence: worst(terms),
  };
}

function worst(terms: readonly Expectation[]): Convergence {
  return terms.map(({ convergence }) => convergence).reduce((a, b) => (b.residual > a.residual ? b : a));
}

import { type ExponentOptions, exponentOptions, firstCorrelatedOrder } from "./exponent.ts";
import type { LinkFunction } from "./link.ts";
import { standardized } from "./standardized.ts";

/** The highest degree of the Chebyshev polynomials that stand for all transforms of the label. */
const transforms = 11;

/**
 * The generative exponent of a link: min{k >= 1: E[T(g(z)) h_k(z)] != 0 for some transform T of the label}. T runs
 * over the Chebyshev polynomials T_1, ..., T_11 of tanh((g - mean)/std): bounded, and without the false positives that
 * binning has.
 *
 * @param link - a member of the family, or any `{ apply, kinks }`
 * @param options - `maximumOrder`, default 7; `tolerance`, default 1e-5
 * @returns the exponent; `undefined` when no order up to `maximumOrder` has one, as for a constant link
 * @throws RangeError or TypeError when an argument is not as described, E[g^2] diverges, or quadrature cannot tell a
 *   coefficient from 0, mostly because of a kink that was not declared
 * @example generativeExponent(hermiteLink(3)) // 1
 * @see Damian, Pillaud-Vivien, Lee and Bruna, Computational-statistical gaps in Gaussian single-index models (2024)
 */
export function generativeExponent(link: LinkFunction, options: ExponentOptions = {}): number | undefined {
  const checked = exponentOptions("generativeExponent", options);
  const label = standardized("generativeExponent", link);
  return label && firstCorrelatedOrder("generativeExponent", chebyshev(label), link.kinks ?? [], checked);
}

/** T_j(tanh(label)) = cos(j arccos(tanh(label))), j = 1, ..., 11. */
function chebyshev(label: (z: number) => number): ((z: number) => number)[] {
  return Array.from({ length: transforms }, (_, j) => {
    return (z: number) => Math.cos((j + 1) * Math.acos(Math.tanh(label(z))));
  });
}

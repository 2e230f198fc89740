import { requireFiniteArray, requireFunction, requireOptions } from "./argument-checks.ts";
import { checkedValue } from "./checked-value.ts";
import type { Expectation } from "./expectation.ts";
import { refine } from "./refine.ts";
import { type RefinementOptions, refinementOptions } from "./refinement-options.ts";
import { exactSample } from "./sample.ts";

/** Options of `gaussianExpectation`. */
export interface GaussianExpectationOptions extends RefinementOptions {
  /** Where f or a derivative of it jumps; default none. */
  readonly kinks?: readonly number[];
}

/**
 * The expectation E[f(z)], z ~ N(0, 1): the trapezoid rule, or Gauss-Legendre panels between declared kinks, on grids
 * refined until three in a row agree. The interval grows from |z| <= 12 to at most 37, until the tails are negligible.
 * A divergent integral, an infinite value of f or a kink that was not declared shows as `converged: false`. What no grid meets
 * cannot be seen: declare a feature narrower than about a tenth (a window, a steep step, a peak) by kinks on both of its sides.
 *
 * @param f - a function of a real number
 * @param options - `kinks`; `tolerance`, default 1e-12, relative to E|f|; `maximumNodes`, default 24001
 * @throws RangeError or TypeError when an argument is not as described, or f gives NaN or no number: then with the z
 * @example gaussianExpectation(Math.abs, { kinks: [0] }).value // sqrt(2/pi) = 0.797884...
 * @see Trefethen and Weideman, The exponentially convergent trapezoidal rule, SIAM Review 56 (2014)
 */
export function gaussianExpectation(
  f: (z: number) => number,
  options: GaussianExpectationOptions = {},
): Expectation {
  requireFunction("gaussianExpectation", "f", f);
  requireOptions("gaussianExpectation", options);
  const { kinks = [] } = options;
  requireFiniteArray("gaussianExpectation", "kinks", kinks);
  const refinement = refinementOptions("gaussianExpectation", options);
  const sample = (z: number) => exactSample(checkedValue("gaussianExpectation", "f", f(z), z));
  return refine(sample, kinks, refinement);
}

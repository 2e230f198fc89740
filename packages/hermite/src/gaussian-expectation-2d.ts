import {
  reject,
  rejectKind,
  requireFinite,
  requireFiniteArray,
  requireFunction,
  requireOptions,
} from "./argument-checks.ts";
import { checkedValue } from "./checked-value.ts";
import type { Expectation } from "./expectation.ts";
import { layer } from "./layer.ts";
import { refine } from "./refine.ts";
import { type RefinementOptions, refinementOptions } from "./refinement-options.ts";
import { exactSample, expectationSample } from "./sample.ts";

/** The covariance [[q11, q12], [q12, q22]] of a centred pair (u, v). */
export interface PairCovariance {
  /** Variance of u, at least 0. */
  readonly q11: number;
  /** Variance of v, at least 0. */
  readonly q22: number;
  /** Covariance, at most sqrt(q11 q22) in absolute value. */
  readonly q12: number;
}

/** Values of u and of v at which a function of the pair, or a derivative of it, jumps. */
export interface PairKinks {
  /** Values of u; default none. */
  readonly first?: readonly number[];
  /** Values of v; default none. */
  readonly second?: readonly number[];
}

/** Options of `gaussianExpectation2d`. */
export interface GaussianExpectation2dOptions extends RefinementOptions {
  /** Covariance of (u, v): positive semidefinite, correlations of 1 and -1 and zero variances included. */
  readonly covariance: PairCovariance;
  /** Where f or a derivative of it jumps; default nowhere. */
  readonly kinks?: PairKinks;
}

const call = "gaussianExpectation2d";
const defaultMaximumNodes = 3001;
/** The coarsest grid is coarser than in one dimension: its nodes are squared. */
const nodesPerUnit = 4;
/** Inner integrals are this much more accurate than the outer one. */
const innerAccuracy = 0.1;
/** Relative rounding that a covariance may carry. */
const slack = 1e-12;

/**
 * The expectation E[f(u, v)] of a centred Gaussian pair: v given u inside, u outside, both as `gaussianExpectation`.
 * Kinks of v are carried to the inner variable and, where sd(v | u) is small, to the outer one with the layer of that
 * width around them, so that strong correlation costs no digits. Kinks along other lines, such as u = v, show as
 * `converged: false`.
 *
 * @param f - a function of two real numbers
 * @param options - `covariance`; `kinks`; `tolerance`, default 1e-12, relative to E|f|; `maximumNodes` along each
 *   coordinate, default 3001
 * @throws RangeError or TypeError when an argument is not as described, or f gives NaN or no number: then with (u, v)
 * @example gaussianExpectation2d((u, v) => u * v, { covariance: { q11: 1, q22: 1, q12: 0.5 } }).value // 0.5
 */
export function gaussianExpectation2d(
  f: (u: number, v: number) => number,
  options: GaussianExpectation2dOptions,
): Expectation {
  requireFunction(call, "f", f);
  requireOptions(call, options);
  const { covariance, kinks = {}, tolerance, maximumNodes = defaultMaximumNodes } = options;
  const { scale, slope, spread } = conditionalForm(covariance);
  const { first = [], second = [] } = kinks;
  requireFiniteArray(call, "kinks.first", first);
  requireFiniteArray(call, "kinks.second", second);
  const outer = {
    ...refinementOptions(call, { maximumNodes, ...(tolerance !== undefined && { tolerance }) }),
    nodesPerUnit,
  };
  const inner = { ...outer, tolerance: innerAccuracy * outer.tolerance };
  const givenFirst = (z: number) => {
    const sample = (w: number) => exactSample(valueAt(f, scale * z, slope * z + spread * w));
    const innerKinks = second.map((kink) => (kink - slope * z) / spread);
    return expectationSample(refine(sample, innerKinks, inner));
  };
  const images = second.flatMap((kink) => layer(kink / slope, spread / Math.abs(slope)));
  return refine(givenFirst, [...first.map((kink) => kink / scale), ...images], outer);
}

function valueAt(f: (u: number, v: number) => number, u: number, v: number): number {
  return checkedValue(call, "f", f(u, v), u, v);
}

/** u = scale z and v = slope z + spread w with independent z, w ~ N(0, 1). */
function conditionalForm(covariance: PairCovariance): { scale: number; slope: number; spread: number } {
  const { q11, q22, q12 } = covariance ?? rejectKind(call, "covariance", "be { q11, q22, q12 }", covariance);
  for (const [name, value] of Object.entries({ q11, q22, q12 }))
    requireFinite(call, `covariance.${name}`, value);
  if (!(q11 >= 0)) reject(call, "covariance.q11", "be at least 0", q11);
  if (!(q22 >= 0)) reject(call, "covariance.q22", "be at least 0", q22);
  const largest = Math.sqrt(q11) * Math.sqrt(q22);
  if (!(Math.abs(q12) <= largest * (1 + slack))) {
    reject(call, "covariance.q12", `be at most sqrt(q11 q22) = ${largest} in absolute value`, q12);
  }
  const scale = Math.sqrt(q11);
  const slope = scale === 0 ? 0 : q12 / scale;
  return { scale, slope, spread: Math.sqrt(Math.max(q22 - slope * slope, 0)) };
}

import { reject } from "../argument-checks.ts";
import { airySpectrum } from "./airy-spectrum.ts";

/** A distribution function F at a point, 1 - F, and the derivative of F. */
export interface DistributionPoint {
  readonly cdf: number;
  readonly survival: number;
  readonly density: number;
}

/** Left of this all three distribution functions are below 1e-30. */
const lowest = -12;

const nothing: DistributionPoint = { cdf: 0, survival: 1, density: 0 };

/**
 * The functions F_1 = prod (1 - lambda_k), F_2 = prod (1 - lambda_k^2) and, as number 4, (prod (1 - lambda_k) + prod (1 + lambda_k))/2 of
 * the spectrum of Ai(s + x + y).
 */
export function airyDistributions(s: number): Readonly<Record<1 | 2 | 4, DistributionPoint>> {
  if (Number.isNaN(s)) reject("tracyWidom", "x", "be a number", s);
  if (s < lowest) return { 1: nothing, 2: nothing, 4: nothing };
  const spectrum = airySpectrum(s);
  const values = spectrum.values.map((x) => Math.min(1, x));
  const { slopes } = spectrum;
  const one = minusProduct(values, slopes);
  const plus = minusProduct(values.map((x) => -x), slopes.map((x) => -x));
  return {
    1: one,
    2: minusProduct(values.map((x) => x * x), slopes.map((slope, k) => 2 * values[k]! * slope)),
    4: {
      cdf: (one.cdf + plus.cdf) / 2,
      survival: -evenPart(values),
      density: (one.density + plus.density) / 2,
    },
  };
}

/** prod (1 - x_k), what it is short of 1, and its derivative when x_k has the derivative `slopes[k]`. */
function minusProduct(x: Float64Array, slopes: Float64Array): DistributionPoint {
  let [product, derivative, logarithm] = [1, 0, 0];
  for (let k = 0; k < x.length; k++) {
    derivative = derivative * (1 - x[k]!) - product * slopes[k]!;
    product *= 1 - x[k]!;
    logarithm += Math.log1p(-x[k]!);
  }
  return { cdf: product, survival: -Math.expm1(logarithm), density: derivative };
}

/** (prod (1 + x_k) + prod (1 - x_k))/2 - 1: the terms of even degree, without the 1. */
function evenPart(x: Float64Array): number {
  let [even, odd] = [0, 0];
  for (const value of x) [even, odd] = [even + value * odd, odd + value * (1 + even)];
  return even;
}

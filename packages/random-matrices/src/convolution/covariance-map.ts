import { add, type Complex, multiply, scale, shift, subtract } from "../complex.ts";
import type { Interval, SpectralLaw } from "../spectral-law.ts";
import type { Value } from "./fixed-point.ts";
import { gapsOf, position, unitOf } from "./gaps.ts";
import { type MomentTransform, momentTransformOf } from "./moment-transform.ts";
import type { Subordination } from "./subordinated-law.ts";
import { type Curve, riseOf } from "./windows.ts";

/** The factors of z(w) = w (linear + coupling T(w)), T(w) = E[x/(w - x)], both positive. */
export interface CovarianceMap {
  readonly linear: number;
  readonly coupling: number;
}

/** z(w) and z'(w) = linear + coupling (T + w T'). */
export function covarianceValue(
  transform: MomentTransform,
  { linear, coupling }: CovarianceMap,
  w: Complex,
): Value {
  const T = transform(w);
  return {
    value: multiply(w, shift(scale(coupling, T.value), linear)),
    slope: shift(scale(coupling, add(T.value, multiply(w, T.slope))), linear),
  };
}

/** The subordination with that inverse map: w = (z - coupling w T(w))/linear maps the upper half-plane into itself. */
export function covarianceSubordination(
  law: SpectralLaw,
  factors: CovarianceMap,
): Pick<Subordination, "unit" | "map" | "curves"> {
  const { linear } = factors;
  const unit = unitOf(law);
  const transform = momentTransformOf(law);
  const map = (z: Complex, w: Complex): Value => {
    const { value, slope } = covarianceValue(transform, factors, w);
    const change = scale(1 / linear, subtract(z, value));
    return { value: add(w, change), slope: shift(scale(-1 / linear, slope), 1) };
  };
  const curve = (gap: Interval): Curve => ({
    gap,
    at: (v) => {
      const w = { re: position(gap, unit, v), im: 0 };
      const { value, slope } = covarianceValue(transform, factors, w);
      return { z: value.re, rise: riseOf(1 - slope.re / linear) };
    },
  });
  return { unit, map: (z) => (w) => map(z, w), curves: () => gapsOf(law, 0).map(curve) };
}

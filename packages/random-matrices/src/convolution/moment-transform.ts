import { add, type Complex, divide, modulus, multiply, shift, subtract } from "../complex.ts";
import { lazily } from "../lazily.ts";
import type { SpectralLaw } from "../spectral-law.ts";
import { massAt } from "./atoms.ts";
import { circleSeries, margin } from "./circle-series.ts";
import type { Value } from "./fixed-point.ts";
import { gapsOf, unitOf } from "./gaps.ts";

/** T(w) = E[x/(w - x)] = w G(w) - 1, and T' = G + w G'. */
export type MomentTransform = (w: Complex) => Value;

/** T of a law of bounded support; by a series far out, and close to an atom at 0, which T does not see: w G and 1 cancel there. */
export function momentTransformOf(law: SpectralLaw): MomentTransform {
  const value = (w: Complex) => directly(law, w).value;
  const [far, near] = [margin * unitOf(law), nearZero(law) / margin];
  // Of w T(w), which tends to the mean: T itself would keep the rounding of its limit 0.
  const outside = lazily(() => circleSeries((w) => multiply(w, value(w)), far, "outside"));
  const inside = lazily(() => circleSeries(value, near, "inside"));
  return (w) => {
    const distance = modulus(w);
    if (distance > (margin / 2) * far) return overVariable(outside()(w), w);
    return distance < (2 / margin) * near ? inside()(w) : directly(law, w);
  };
}

function directly(law: SpectralLaw, w: Complex): Value {
  const G = law.stieltjes(w);
  return {
    value: shift(multiply(w, G), -1),
    slope: add(G, multiply(w, law.stieltjesDerivative(w))),
  };
}

/** f/w and its derivative. */
function overVariable(f: Value, w: Complex): Value {
  const value = divide(f.value, w);
  return { value, slope: divide(subtract(f.slope, value), w) };
}

/** How far an atom at 0 is from the rest of the law; 0 if there is none. */
function nearZero(law: SpectralLaw): number {
  if (massAt(law, 0) === 0) return 0;
  const [lower, upper] = gapsOf(law, 0).find(([from, to]) => from < 0 && to > 0) ?? [0, 0];
  return Math.min(-lower, upper);
}

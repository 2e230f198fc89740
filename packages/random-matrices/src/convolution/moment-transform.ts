import { add, type Complex, multiply, shift } from "../complex.ts";
import type { SpectralLaw } from "../spectral-law.ts";
import type { Value } from "./fixed-point.ts";

/** T(w) = E[x/(w - x)] = w G(w) - 1 of a law, and T' = G + w G'. */
export function momentTransform(law: SpectralLaw, w: Complex): Value {
  const G = law.stieltjes(w);
  return {
    value: shift(multiply(w, G), -1),
    slope: add(G, multiply(w, law.stieltjesDerivative(w))),
  };
}

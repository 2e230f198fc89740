import { reject, requireInteger } from "./argument-checks.ts";
import { type Complex, conjugate } from "./complex.ts";
import { distribution } from "./distribution.ts";
import type { Atom, SpectralLaw } from "./spectral-law.ts";

/** What makes a law whole: its transforms are asked for in the closed upper half-plane alone, its density inside the support. */
export type LawCore = Omit<SpectralLaw, "atoms" | "cdf" | "quantile"> & { readonly atoms?: readonly Atom[] };

/** Largest k of a moment. */
const maximumOrder = 1000;

/** The law of a density, a support and a Stieltjes transform; `support` may be a getter, and is asked for late. */
export function completeLaw(core: LawCore): SpectralLaw {
  const { name, atoms = [], stieltjes, stieltjesDerivative, moment, rTransform, sTransform } = core;
  const density = (x: number): number => {
    if (Number.isNaN(x)) reject("density", "x", "be a number", x);
    return core.support.some(([lower, upper]) => x >= lower && x <= upper) ? core.density(x) : 0;
  };
  return {
    name,
    get support() {
      return core.support;
    },
    atoms,
    density,
    ...distribution(() => core.support, atoms, density),
    stieltjes: fromAbove(stieltjes),
    stieltjesDerivative: fromAbove(stieltjesDerivative),
    ...(moment && { moment: checked(moment) }),
    ...(rTransform && { rTransform }),
    ...(sTransform && { sTransform }),
  };
}

/** A function with f(conj z) = conj f(z), from its values in the closed upper half-plane. */
function fromAbove(f: (z: Complex) => Complex): (z: Complex) => Complex {
  return (z) => (z.im < 0 ? conjugate(f(conjugate(z))) : f(z));
}

function checked(moment: (k: number) => number): (k: number) => number {
  return (k) => {
    requireInteger("moment", "k", k, 1, maximumOrder);
    return moment(k);
  };
}

import { requireInteger } from "./argument-checks.ts";
import { type Complex, conjugate } from "./complex.ts";
import { distribution } from "./distribution.ts";
import { requireComplex, requireNumber } from "./require-parameters.ts";
import type { Atom, SpectralLaw } from "./spectral-law.ts";

/** What makes a law whole: its transforms are asked for in the closed upper half-plane alone, its density inside the support. */
export type LawCore = Omit<SpectralLaw, "atoms" | "cdf" | "quantile"> & { readonly atoms?: readonly Atom[] };

/** Largest k of a moment. */
const maximumOrder = 1000;

/** The law of a density, a support and a Stieltjes transform; `support` may be a getter, and is asked for late. */
export function completeLaw(core: LawCore): SpectralLaw {
  const { name, atoms = [], stieltjes, stieltjesDerivative, moment, rTransform, sTransform } = core;
  const density = (x: number): number => {
    requireNumber("density", "x", x);
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
    stieltjes: overPlane("stieltjes", stieltjes, atoms, { re: 0, im: -Infinity }),
    stieltjesDerivative: overPlane("stieltjesDerivative", stieltjesDerivative, atoms, {
      re: Infinity,
      im: 0,
    }),
    ...(moment && { moment: checked(moment) }),
    ...(rTransform && { rTransform: ofComplex("rTransform", "g", rTransform) }),
    ...(sTransform && { sTransform: ofComplex("sTransform", "t", sTransform) }),
  };
}

type Transform = (z: Complex) => Complex;

/** A function with f(conj z) = conj f(z), from its values in the closed upper half-plane; at atoms it has its limit from above them. */
function overPlane(call: string, f: Transform, atoms: readonly Atom[], atAtom: Complex): Transform {
  const above: Transform = (z) => (z.im === 0 && atoms.some(({ at }) => at === z.re) ? atAtom : f(z));
  return ofComplex(call, "z", (z) => (z.im < 0 ? conjugate(above(conjugate(z))) : above(z)));
}

function ofComplex(call: string, argument: string, f: Transform): Transform {
  return (z) => {
    requireComplex(call, argument, z);
    return f(z);
  };
}

function checked(moment: (k: number) => number): (k: number) => number {
  return (k) => {
    requireInteger("moment", "k", k, 1, maximumOrder);
    return moment(k);
  };
}

import { requireFunction, requireOptions } from "./argument-checks.ts";
import { completeLaw } from "./complete-law.ts";
import { add, type Complex, divide, shift } from "./complex.ts";
import { requireLawParts, requireTotalMass } from "./require-law-parts.ts";
import type { Atom, Interval, SpectralLaw } from "./spectral-law.ts";
import { cauchyIntegral } from "./transforms/cauchy-integral.ts";
import { derivative } from "./transforms/derivative.ts";
import { edgeDistance } from "./transforms/edge-distance.ts";

/** What `lawFromDensity` needs to know. */
export interface DensityDefinition {
  /** In kebab case. */
  readonly name: string;
  /** Where the density is positive: disjoint bounded intervals, ascending. It may vanish or diverge at their ends. */
  readonly support: readonly Interval[];
  /** The density inside the support; it and the masses of the atoms sum to 1. */
  density(x: number): number;
  /** Default none. */
  readonly atoms?: readonly Atom[];
  /** E[x^k], where it is known. */
  moment?(k: number): number;
}

/**
 * The law of a density: distribution function and quantiles by quadrature to about 1e-14, G(z) = int density(x)/(z - x) dx by another one,
 * G' by differences to about 1e-10.
 *
 * @param definition - `name`, `support`, `density`; `atoms` and `moment` if there are any
 * @throws RangeError or TypeError when a part of the definition is not as described, the density negative or not finite at a point of the
 *   quadrature, or the masses do not sum to 1 within 1e-6
 *
 * @example
 * lawFromDensity({ name: "uniform", support: [[0, 1]], density: () => 1 }).quantile(0.3); // 0.3
 */
export function lawFromDensity(definition: DensityDefinition): SpectralLaw {
  requireOptions("lawFromDensity", definition);
  const { name, support, density, atoms = [], moment } = definition;
  requireLawParts("lawFromDensity", { name, support, atoms });
  requireFunction("lawFromDensity", "density", density);
  if (moment !== undefined) requireFunction("lawFromDensity", "moment", moment);
  requireTotalMass("lawFromDensity", { support, atoms, density });
  return densityLaw(definition);
}

/** `lawFromDensity` of a definition that is right. */
export function densityLaw({ name, support, density, atoms = [], moment }: DensityDefinition): SpectralLaw {
  const stieltjes = (z: Complex): Complex => {
    const smooth = support.map((interval) => cauchyIntegral(density, interval, z));
    const jumps = atoms.map(({ at, mass }) => divide({ re: mass, im: 0 }, shift(z, -at)));
    return [...smooth, ...jumps].reduce(add);
  };
  return completeLaw({
    name,
    support,
    atoms,
    density,
    stieltjes,
    stieltjesDerivative: (z) => derivative(stieltjes, z, edgeDistance({ support, atoms }, z)),
    ...(moment && { moment }),
  });
}

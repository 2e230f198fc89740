import { requireFunction, requireOptions } from "./argument-checks.ts";
import { completeLaw } from "./complete-law.ts";
import type { Complex } from "./complex.ts";
import { requireLawParts, requireTransform } from "./require-law-parts.ts";
import type { Atom, Interval, SpectralLaw } from "./spectral-law.ts";
import { boundaryValue } from "./transforms/boundary-value.ts";
import { derivative } from "./transforms/derivative.ts";
import { edgeDistance } from "./transforms/edge-distance.ts";

/** What `lawFromStieltjes` needs to know. */
export interface StieltjesDefinition {
  /** In kebab case. */
  readonly name: string;
  /** Where the density is positive: disjoint bounded intervals, ascending, to all digits that the law shall have. */
  readonly support: readonly Interval[];
  /** G(z) = E[1/(z - x)] for Im z > 0. */
  stieltjes(z: Complex): Complex;
  /** Default none. */
  readonly atoms?: readonly Atom[];
  /** E[x^k], where it is known. */
  moment?(k: number): number;
}

/**
 * The law of a Stieltjes transform: the density -Im G(x + i0)/pi by extrapolation from above the axis, to about 1e-10 where the density is
 * analytic inside the support; distribution function and quantiles by quadrature of it.
 *
 * @param definition - `name`, `support`, `stieltjes`; `atoms` and `moment` if there are any
 * @throws RangeError or TypeError when a part of the definition is not as described, or z G(z) far from 1 for large z, as it is where the
 *   masses do not sum to 1; quantiles and the distribution function where the density on `support` and the atoms do not
 *
 * @see T. Stieltjes, Recherches sur les fractions continues (1894), for the inversion.
 */
export function lawFromStieltjes(definition: StieltjesDefinition): SpectralLaw {
  requireOptions("lawFromStieltjes", definition);
  const { name, support, stieltjes, atoms = [], moment } = definition;
  requireLawParts("lawFromStieltjes", { name, support, atoms });
  requireFunction("lawFromStieltjes", "stieltjes", stieltjes);
  if (moment !== undefined) requireFunction("lawFromStieltjes", "moment", moment);
  requireTransform("lawFromStieltjes", stieltjes, { support, atoms });
  const distance = (z: Complex) => edgeDistance({ support, atoms }, z);
  const closed = (z: Complex): Complex =>
    z.im > 0 ? stieltjes(z) : boundaryValue(stieltjes, z.re, distance(z));
  return completeLaw({
    name,
    support,
    atoms,
    density: (x) => Math.max(0, -closed({ re: x, im: 0 }).im / Math.PI),
    stieltjes: closed,
    stieltjesDerivative: (z) => derivative(closed, z, distance(z)),
    ...(moment && { moment }),
  });
}

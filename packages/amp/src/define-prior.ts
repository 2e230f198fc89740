import {
  reject,
  rejectKind,
  requireFinite,
  requireFiniteArray,
  requireFunction,
  requireOptions,
  requirePositive,
} from "./argument-checks.ts";
import { densityPart } from "./parts/density-part.ts";
import { atom } from "./parts/gaussian-part.ts";
import { mixture } from "./parts/mixture.ts";
import type { Prior } from "./prior.ts";
import type { Piece } from "./quadrature/piece-chart.ts";

/** What `definePrior` needs to know of a law: a density or its logarithm, either up to a factor. */
export interface PriorDefinition {
  /** In kebab case. */
  readonly name: string;
  /** The density, up to a factor. */
  density?(w: number): number;
  /** Its logarithm, up to a constant; -Infinity where the density is 0. */
  logDensity?(w: number): number;
  /** Where the density is not zero, a < b; default the whole line. */
  readonly support?: readonly [number, number];
  /** Where the density or a derivative of it jumps, inside the support; default none. */
  readonly kinks?: readonly number[];
  /** The size of the density's features, where the support is infinite; default 1. */
  readonly scale?: number;
  /** Values with a probability of their own; the density has the rest. Default none. */
  readonly atoms?: readonly { readonly at: number; readonly weight: number }[];
}

const call = "definePrior";

/**
 * A prior from its density, normalised by quadrature, and atoms if there are any. Every posterior is a sum over a few hundred nodes
 * that follow its peak, good to about 12 digits; members of the family are 100 times faster. Features narrower than a tenth of `scale`
 * may go unseen: declare kinks on both of their sides.
 *
 * @param definition - `name`; `density` or `logDensity`; `support`, `kinks`, `scale`, `atoms`
 * @throws RangeError or TypeError when the definition is not as described, the density is negative or NaN where it is needed, has no
 *   mass, an infinite variance, or kinks that were not declared, or the weights of atoms are not above 0 with a sum below 1
 * @example definePrior({ name: "logistic", logDensity: (w) => -2 * Math.log(Math.cosh(w / 2)) }).secondMoment // pi^2/3
 */
export function definePrior(definition: PriorDefinition): Prior {
  requireOptions(call, definition);
  const { name, scale = 1, atoms = [] } = definition;
  if (typeof name !== "string") rejectKind(call, "name", "be a string", name);
  requirePositive(call, "scale", scale);
  const rest = 1 - requireAtoms(atoms);
  const kinks = [...(definition.kinks ?? []), ...atoms.map(({ at }) => at)];
  const pieces = piecesOf(definition.support ?? [-Infinity, Infinity], kinks);
  const part = densityPart({ logDensity: checkedLogDensity(definition), pieces, scale });
  return mixture({
    name,
    components: [{ weight: rest, part }, ...atoms.map(({ at, weight }) => ({ weight, part: atom(at) }))],
  });
}

/** The sum of the atoms' weights. */
function requireAtoms(atoms: NonNullable<PriorDefinition["atoms"]>): number {
  if (!Array.isArray(atoms)) rejectKind(call, "atoms", "be an array", atoms);
  let sum = 0;
  atoms.forEach(({ at, weight }, i) => {
    requireFinite(call, `atoms[${i}].at`, at);
    requirePositive(call, `atoms[${i}].weight`, weight);
    sum += weight;
  });
  if (!(sum < 1)) reject(call, "atoms", "have weights with a sum below 1 (see discrete)", sum);
  return sum;
}

function piecesOf(support: readonly [number, number], kinks: readonly number[]): Piece[] {
  const [from, to] = support;
  if (!(from < to)) rejectKind(call, "support", "be [a, b] with a < b", `[${support}]`);
  requireFiniteArray(call, "kinks", kinks);
  const inside = kinks.filter((kink) => kink > from && kink < to);
  const ends = [...new Set([from, ...inside, to])].sort((a, b) => a - b);
  return ends.slice(1).map((end, i) => ({ from: ends[i]!, to: end }));
}

function checkedLogDensity({ density, logDensity }: PriorDefinition): (w: number) => number {
  if (density === undefined) requireFunction(call, "logDensity", logDensity);
  else requireFunction(call, "density", density);
  const log = logDensity ?? ((w: number): number => Math.log(density!(w)));
  const given = density === undefined ? "logDensity" : "density";
  return (w) => {
    const value = log(w);
    if (value < Infinity) return value;
    return reject(call, given, `give a ${density === undefined ? "" : "non-negative "}number at ${w}`, value);
  };
}

import { rejectKind, requireFiniteArray, requireInteger } from "../argument-checks.ts";
import type { SpectralLaw } from "../spectral-law.ts";

/** Values within this of an atom, relative to the largest value, are at the atom: rounding moves zeros. */
const TOLERANCE = 1e-9;

/** The values in increasing order, those that rounding has moved from an atom put back. */
function sorted(values: ArrayLike<number>, { atoms }: Pick<SpectralLaw, "atoms">): Float64Array {
  const scale = TOLERANCE * Array.from(values).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const snap = (value: number): number => atoms.find(({ at }) => Math.abs(value - at) <= scale)?.at ?? value;
  return Float64Array.from(values, snap).sort();
}

/**
 * The Kolmogorov distance sup_x |F_n(x) - F(x)| between the distribution function of some values and that of a law, in [0, 1].
 *
 * @param values - n >= 1 finite numbers in any order; those within 1e-9 of the largest from an atom count as at the atom
 * @param law - with its distribution function and atoms
 * @throws TypeError or RangeError if values are not finite numbers, or the law is none
 *
 * @example
 * const { spectrum, sample, law } = wigner();
 * kolmogorovDistance(spectrum(sample(2000, stream(1))), law); // about 0.001
 */
export function kolmogorovDistance(
  values: ArrayLike<number>,
  law: Pick<SpectralLaw, "cdf" | "atoms">,
): number {
  requireFiniteArray("kolmogorovDistance", "values", values);
  requireInteger("kolmogorovDistance", "values.length", values.length, 1, 2 ** 32 - 1);
  if (typeof law?.cdf !== "function" || !Array.isArray(law.atoms))
    rejectKind("kolmogorovDistance", "law", "be a spectral law", law);
  const x = sorted(values, law);
  const n = x.length;
  const massAt = (at: number): number => law.atoms.find((atom) => atom.at === at)?.mass ?? 0;
  let distance = 0;
  for (let i = 0; i < n; ) {
    let next = i + 1;
    while (next < n && x[next] === x[i]) next++;
    const F = law.cdf(x[i]!);
    distance = Math.max(distance, Math.abs(next / n - F), Math.abs(i / n - (F - massAt(x[i]!))));
    i = next;
  }
  return distance;
}

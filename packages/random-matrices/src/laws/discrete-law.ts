import { reject, requireFiniteArray, requireLength, requireOptions } from "../argument-checks.ts";
import { completeLaw } from "../complete-law.ts";
import type { Complex } from "../complex.ts";
import type { Atom, SpectralLaw } from "../spectral-law.ts";

/** Options of `discreteLaw`. */
export interface DiscreteLawOptions {
  /** Where the atoms are, at least one, in any order; equal ones are joined. */
  readonly points: ArrayLike<number>;
  /** Their masses, positive, as multiples of their sum; default equal. */
  readonly masses?: ArrayLike<number>;
}

/**
 * The law of finitely many atoms: G(z) = sum_i m_i/(z - x_i). It is a population spectrum, a law of weights, or the empirical law of
 * eigenvalues.
 *
 * @param options - `points` x_i; `masses` m_i > 0, scaled to sum 1, default equal
 * @throws TypeError if points or masses are no arrays of numbers, differ in length or are empty; RangeError for infinite values, NaN, or
 *   masses that are not positive
 *
 * @example
 * discreteLaw({ points: [1, 3, 10] }).atoms[2]; // { at: 10, mass: 0.333 }
 */
export function discreteLaw(options: DiscreteLawOptions): SpectralLaw {
  requireOptions("discreteLaw", options);
  const { points, masses = new Float64Array(points?.length ?? 0).fill(1) } = options;
  requireFiniteArray("discreteLaw", "points", points);
  requireFiniteArray("discreteLaw", "masses", masses);
  requireLength("discreteLaw", "masses", masses.length, points.length, "as many entries as points");
  if (points.length === 0) reject("discreteLaw", "points", "have at least one entry", points);
  for (let i = 0; i < masses.length; i++)
    if (!(masses[i]! > 0)) reject("discreteLaw", `masses[${i}]`, "be positive", masses[i]);
  const atoms = joined(points, masses);
  return completeLaw({
    name: "discrete",
    support: [],
    atoms,
    density: () => 0,
    stieltjes: (z) => sumOver(atoms, z, 1),
    stieltjesDerivative: (z) => sumOver(atoms, z, 2),
    moment: (k) => atoms.reduce((sum, { at, mass }) => sum + mass * at ** k, 0),
  });
}

function joined(points: ArrayLike<number>, masses: ArrayLike<number>): Atom[] {
  const total = Array.from(masses).reduce((sum, mass) => sum + mass, 0);
  const byPoint = new Map<number, number>();
  for (let i = 0; i < points.length; i++) {
    const at = points[i]! + 0;
    byPoint.set(at, (byPoint.get(at) ?? 0) + masses[i]! / total);
  }
  return Array.from(byPoint, ([at, mass]) => ({ at, mass })).sort((a, b) => a.at - b.at);
}

/** sum_i m_i/(z - x_i) or -sum_i m_i/(z - x_i)^2. */
function sumOver(atoms: readonly Atom[], z: Complex, power: 1 | 2): Complex {
  let [re, im] = [0, 0];
  for (const { at, mass } of atoms) {
    const x = z.re - at;
    const size = x * x + z.im * z.im;
    const [first, second] = [(mass * x) / size, (-mass * z.im) / size];
    re += power === 1 ? first : -(first * x + second * z.im) / size;
    im += power === 1 ? second : -(second * x - first * z.im) / size;
  }
  return { re, im };
}

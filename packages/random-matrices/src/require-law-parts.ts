import { reject, rejectKind, requireFinite } from "./argument-checks.ts";
import type { Complex } from "./complex.ts";
import { unitOf } from "./convolution/gaps.ts";
import { cutAtZero } from "./quadrature/cut-at-zero.ts";
import { intervalProfile } from "./quadrature/interval-profile.ts";
import type { Atom, Interval } from "./spectral-law.ts";

type Parts = { readonly support: readonly Interval[]; readonly atoms: readonly Atom[] };

/** What the masses of a definition may be apart from 1. */
const massTolerance = 1e-6;
/** So many units from a law its transform is 1/z to the tolerance. */
const far = 1e8;

/** Requires what a definition says of a law's support and atoms, as far as single numbers tell. */
export function requireLawParts(call: string, { name, support, atoms }: Parts & { name: string }): void {
  if (typeof name !== "string") rejectKind(call, "name", "be a string", name);
  if (!Array.isArray(support)) rejectKind(call, "support", "be an array of intervals", support);
  if (!Array.isArray(atoms)) rejectKind(call, "atoms", "be an array of { at, mass }", atoms);
  if (support.length + atoms.length === 0)
    rejectKind(call, "support", "have an interval, or atoms one", support);
  support.forEach((interval, i) => {
    requireInterval(call, `support[${i}]`, interval, i === 0 ? -Infinity : support[i - 1]![1]);
  });
  atoms.forEach((atom, i) => {
    if (typeof atom !== "object" || atom === null) rejectKind(call, `atoms[${i}]`, "be { at, mass }", atom);
    requireFinite(call, `atoms[${i}].at`, atom.at);
    if (!(atom.mass > 0 && atom.mass <= 1)) reject(call, `atoms[${i}].mass`, "be in (0, 1]", atom.mass);
  });
}

function requireInterval(call: string, argument: string, interval: Interval, least: number): void {
  if (!Array.isArray(interval)) rejectKind(call, argument, "be [lower, upper]", interval);
  const [lower, upper] = interval;
  requireFinite(call, `${argument}[0]`, lower);
  requireFinite(call, `${argument}[1]`, upper);
  if (!(lower >= least)) reject(call, `${argument}[0]`, `be at least ${least}`, lower);
  if (!(upper > lower)) reject(call, `${argument}[1]`, `be above ${lower}`, upper);
}

/** Requires a density that is a finite number and not negative, wherever it is integrated, and masses that sum to 1. */
export function requireTotalMass(
  call: string,
  { support, atoms, density }: Parts & { density(x: number): number },
): void {
  const checked = (x: number): number => {
    const value = density(x);
    if (!(value >= 0 && value < Infinity)) reject(call, `density(${x})`, "be finite and at least 0", value);
    return value;
  };
  const smooth = support.flatMap(cutAtZero).map((interval) => intervalProfile(checked, interval));
  const total = [...smooth, ...atoms].reduce((sum, { mass }) => sum + mass, 0);
  if (!(Math.abs(total - 1) <= massTolerance))
    reject(call, "density and atoms", "have masses of sum 1", total);
}

/** Requires a transform that is 1/z far from the law. */
export function requireTransform(call: string, stieltjes: (z: Complex) => Complex, parts: Parts): void {
  const im = far * unitOf(parts);
  const G = stieltjes({ re: 0, im });
  if (typeof G !== "object" || G === null)
    rejectKind(call, "stieltjes(z)", "be a complex number { re, im }", G);
  const off = Math.hypot(im * G.im + 1, im * G.re);
  if (!(off <= massTolerance)) reject(call, "stieltjes(z)", "be 1/z far from the law, |z G - 1| = 0", off);
}

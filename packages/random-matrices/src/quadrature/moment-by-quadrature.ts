import type { Atom, Interval } from "../spectral-law.ts";
import { cutAtZero } from "./cut-at-zero.ts";
import { intervalProfile } from "./interval-profile.ts";

/**
 * E[x^k] of a density on bounded intervals and of atoms, to about 1e-12 of E|x|^k: in units of the largest |x|, beside which the powers of
 * others are small, and times k^{3/2}, as a density that vanishes like a root leaves so little.
 */
export function momentByQuadrature(
  support: readonly Interval[],
  atoms: readonly Atom[],
  density: (x: number) => number,
  k: number,
): number {
  const size = Math.max(...support.flat().map(Math.abs), ...atoms.map(({ at }) => Math.abs(at)));
  const power = (x: number): number => (x / size) ** k * k ** 1.5;
  const smooth = support
    .flatMap(cutAtZero)
    .map((interval) => intervalProfile((x) => density(x) * power(x), interval).mass);
  const jumps = atoms.map(({ at, mass }) => mass * power(at));
  const scaled = [...smooth, ...jumps].reduce((sum, part) => sum + part, 0);
  return scaled === 0 ? 0 : (scaled / k ** 1.5) * size ** k;
}

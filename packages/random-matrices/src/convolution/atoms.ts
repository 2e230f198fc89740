import type { Atom, SpectralLaw } from "../spectral-law.ts";

/** Less mass than this is rounding. */
const leastMass = 1e-14;

/** The mass of a law's atom at a point; 0 where there is none. */
export function massAt(law: SpectralLaw, point: number): number {
  return law.atoms.find(({ at }) => at === point)?.mass ?? 0;
}

/** The atoms that have mass, ascending. */
export function withMass(atoms: readonly Atom[]): Atom[] {
  return atoms.filter(({ mass }) => mass > leastMass).sort((a, b) => a.at - b.at);
}

/** The atoms of a free convolution: where masses a and b meet, a + b - 1 is left. */
export function meetingAtoms(
  [first, second]: readonly [SpectralLaw, SpectralLaw],
  at: (a: number, b: number) => number,
): Atom[] {
  const pairs = first.atoms.flatMap((a) => second.atoms.map((b) => [a, b] as const));
  return withMass(pairs.map(([a, b]) => ({ at: at(a.at, b.at), mass: a.mass + b.mass - 1 })));
}

import type { SpectralLaw } from "../spectral-law.ts";

/** The mass of a law's atom at a point; 0 where there is none. */
export function massAt(law: SpectralLaw, point: number): number {
  return law.atoms.find(({ at }) => at === point)?.mass ?? 0;
}

import { type Complex, modulus, shift } from "../complex.ts";
import type { SpectralLaw } from "../spectral-law.ts";

/** The distance of z from the nearest edge or atom of a law, where its transforms are singular. */
export function edgeDistance({ support, atoms }: Pick<SpectralLaw, "support" | "atoms">, z: Complex): number {
  const points = [...support.flat(), ...atoms.map(({ at }) => at)];
  return Math.min(...points.map((at) => modulus(shift(z, -at))));
}

import { reject, rejectKind } from "../argument-checks.ts";
import type { SpectralLaw } from "../spectral-law.ts";

/** Requires a law whose points are bounded and lie in [least, infinity), least being -infinity or 0. */
export function requireBounded(
  call: string,
  argument: string,
  law: SpectralLaw,
  least: number = -Infinity,
): void {
  if (typeof law?.stieltjes !== "function" || !Array.isArray(law.support) || !Array.isArray(law.atoms))
    rejectKind(call, argument, "be a spectral law", law);
  const ends = [...law.support.flat(), ...law.atoms.map(({ at }) => at)];
  const rule = least === 0 ? "have bounded support, nowhere negative" : "have bounded support";
  for (const end of ends)
    if (!(Number.isFinite(end) && end >= least)) reject(call, `${argument}'s edge`, rule, end);
}

import { reject, rejectKind } from "../argument-checks.ts";
import type { SpectralLaw } from "../spectral-law.ts";

/** Requires a law whose points lie in [least, infinity) and are bounded. */
export function requireBounded(call: string, argument: string, law: SpectralLaw, least = -Infinity): void {
  if (typeof law?.stieltjes !== "function") rejectKind(call, argument, "be a spectral law", law);
  const ends = [...law.support.flat(), ...law.atoms.map(({ at }) => at)];
  const rule = least === 0 ? "have bounded support, nowhere negative" : "have bounded support";
  for (const end of ends)
    if (!(Number.isFinite(end) && end >= least)) reject(call, `${argument}'s edge`, rule, end);
}

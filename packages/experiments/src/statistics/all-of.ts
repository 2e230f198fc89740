import type { Verdict } from "../experiment.ts";

/** The verdict that holds where all of some verdicts do; each stands under its heading. */
export function allOf(verdicts: Readonly<Record<string, Verdict>>): Verdict {
  const all = Object.entries(verdicts);
  return {
    holds: all.length > 0 && all.every(([, { holds }]) => holds),
    evidence: all.map(([heading, { evidence }]) => `${heading}: ${evidence}`).join("; ") || "no trials",
  };
}

import type { Claim, Verdict } from "@onsager/experiments";
import type { Io } from "../io.ts";
import type { Run } from "./results-in.ts";

/** A claim of an experiment, checked against a run. */
export interface CheckedClaim extends Pick<Claim, "name" | "statement">, Verdict {}

/** The claims of a run; one that cannot be computed does not hold. */
export function verdictsOf({ experiment, results }: Run): CheckedClaim[] {
  return experiment.claims.map(({ name, statement, check }) => {
    try {
      return { name, statement, ...check(results) };
    } catch (error) {
      return { name, statement, holds: false, evidence: `cannot be checked: ${(error as Error).message}` };
    }
  });
}

/** Writes a line for each claim. */
export function showVerdicts(io: Io, verdicts: readonly CheckedClaim[]): void {
  const { green, red, bold } = io.colours;
  for (const { name, statement, holds, evidence } of verdicts) {
    const word = holds ? green("holds") : red("does not hold");
    io.out(`${bold(name)} ${word}: ${statement}\n    ${evidence}\n`);
  }
}

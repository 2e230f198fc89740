import type { Branches, StateEvolution } from "@onsager/amp";
import type { PredictedBranch, Prediction } from "./model.ts";

/** A threshold as JSON can say it: null where there is none. */
export function threshold(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}

/** A threshold in a variance, likewise: where it is 0, no variance is small enough. */
export function variance(value: number | undefined): number | null {
  return value === 0 ? null : threshold(value);
}

/** The Bayes-optimal branches of a spiked model. */
export function bayesBranches({ uninformed, informed }: Branches): Prediction["branches"] {
  return { uninformed: branchOf(uninformed), informed: branchOf(informed) };
}

/** A fixed point of Bayes-AMP. */
export function branchOf({ overlaps, squaredOverlaps, freeEntropy }: StateEvolution): PredictedBranch {
  return { overlaps, squaredOverlaps, freeEntropy };
}

/** The fixed points of spherical maximum-likelihood AMP, whose order parameters are cosines. */
export function maximumLikelihoodBranches(
  run: (start: "uninformed" | "informed") => StateEvolution,
): Prediction["branches"] {
  return {
    maximumLikelihood: { squaredOverlaps: run("uninformed").squaredOverlaps },
    maximumLikelihoodInformed: { squaredOverlaps: run("informed").squaredOverlaps },
  };
}

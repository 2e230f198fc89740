import {
  type FirstOrderTransition,
  firstOrderTransition,
  type Prior,
  type SymmetricSpec,
  sphericalMaximumLikelihood,
  symmetricBranches,
  symmetricCurve,
  symmetricStateEvolution,
} from "@onsager/amp";
import { bayesBranches, maximumLikelihoodBranches, variance } from "./branches.ts";
import type { Prediction } from "./model.ts";

/** All branches of one vector seen through symmetric matrices and tensors. */
export function symmetricPrediction(spec: SymmetricSpec, prior: Prior): Prediction["branches"] {
  const denoiser = sphericalMaximumLikelihood;
  const joint = maximumLikelihoodBranches((start) =>
    symmetricStateEvolution(spec, prior, { denoiser, start }),
  );
  return { ...bayesBranches(symmetricBranches(spec, prior)), ...joint };
}

/** The first-order points in the variance of one of the channels. */
export function symmetricTransition(
  spec: SymmetricSpec,
  prior: Prior,
  channel = 0,
): FirstOrderTransition | undefined {
  return firstOrderTransition(symmetricCurve(spec, prior, { channel }));
}

/** The points of a first-order transition as thresholds in a noise variance; null where the transition is continuous. */
export function transitionThresholds(
  transition: FirstOrderTransition | undefined,
): Record<string, number | null> {
  const at = (point: keyof FirstOrderTransition): number | null => variance(transition?.[point].variance);
  return {
    uninformedSpinodal: at("uninformedSpinodal"),
    informationTheoretic: at("informationTheoretic"),
    informedSpinodal: at("informedSpinodal"),
  };
}

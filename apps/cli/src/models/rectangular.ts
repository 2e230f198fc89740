import {
  type Prior,
  rectangularSpike,
  type SharedFactorSpec,
  sharedFactorBranches,
  sharedFactorGain,
  sharedFactorStateEvolution,
  sphericalMaximumLikelihood,
} from "@onsager/amp";
import { bayesBranches, maximumLikelihoodBranches, threshold } from "./branches.ts";
import type { Model, Prediction } from "./model.ts";
import { positiveOf, priorOption, priorOptionOf, priorsOf, priorTexts, requiredPositive } from "./options.ts";

/** Y = sqrt(D) Z + u v^T/sqrt(N1). */
export const rectangular: Model = {
  name: "rectangular",
  summary: "spiked rectangular matrix, Y = sqrt(D) Z + u v^T/sqrt(N1)",
  options: [
    priorOption,
    priorOptionOf("u"),
    priorOptionOf("v"),
    { flags: "--alpha <ratio>", description: "N2/N1", fallback: "1" },
    { flags: "--delta <variance>", description: "noise variance D; without it the thresholds in D alone" },
  ],
  example: "rectangular --alpha 2 --delta 0.8",
  predict(options) {
    const priors = priorsOf(options, ["u", "v"]);
    const alpha = requiredPositive(options, "alpha");
    const delta = positiveOf(options, "delta");
    return {
      parameters: { ...priorTexts(options, ["u", "v"]), alpha, ...(delta === undefined ? {} : { delta }) },
      branches: delta === undefined ? {} : branches(specOf(alpha, delta), priors),
      thresholds: {
        weakRecovery: threshold(sharedFactorGain(specOf(alpha, 1), priors)),
        spectral: Math.sqrt(alpha) * priors.u!.secondMoment * priors.v!.secondMoment,
      },
    };
  },
};

function specOf(alpha: number, variance: number): SharedFactorSpec {
  return { ratios: { u: 1, v: alpha }, channels: [{ factors: ["u", "v"], variance }] };
}

function branches(spec: SharedFactorSpec, priors: Readonly<Record<string, Prior>>): Prediction["branches"] {
  const denoiser = sphericalMaximumLikelihood;
  const joint = maximumLikelihoodBranches((start) =>
    sharedFactorStateEvolution(spec, priors, { denoiser, start }),
  );
  const unit = priors.u!.secondMoment * priors.v!.secondMoment;
  const { squaredOverlaps, singularValue, edge } = rectangularSpike({
    rows: 1,
    cols: spec.ratios.v!,
    variance: spec.channels[0]!.variance / unit,
  });
  const sequential = {
    squaredOverlaps: { u: squaredOverlaps[0], v: squaredOverlaps[1] },
    singularValue: singularValue * unit,
    edge: edge * unit,
  };
  return { ...bayesBranches(sharedFactorBranches(spec, priors)), ...joint, sequential };
}

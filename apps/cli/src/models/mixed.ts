import { mixedThresholds, type Prior } from "@onsager/amp";
import { threshold } from "./branches.ts";
import type { Model } from "./model.ts";
import { integerOf, positiveOf, priorOption, priorsOf, priorTexts } from "./options.ts";
import { symmetricPrediction, symmetricTransition } from "./symmetric.ts";

/** A matrix and a tensor of the same vector. */
export const mixed: Model = {
  name: "mixed",
  summary: "spiked Wigner matrix and symmetric tensor of the same vector (2 + p)",
  options: [
    priorOption,
    { flags: "--order <p>", description: "order of the tensor, at least 3", fallback: "3" },
    { flags: "--delta-matrix <variance>", description: "noise variance of the matrix" },
    { flags: "--delta-tensor <variance>", description: "noise variance of the tensor" },
  ],
  example: "mixed --delta-matrix 0.9 --delta-tensor 0.5",
  predict(options) {
    const prior = priorsOf(options, ["x"]).x!;
    const order = integerOf(options, "order", [3, 64])!;
    const matrix = positiveOf(options, "deltaMatrix");
    const tensor = positiveOf(options, "deltaTensor");
    const point = { ...(matrix && { deltaMatrix: matrix }), ...(tensor && { deltaTensor: tensor }) };
    return {
      parameters: { ...priorTexts(options, []), order, ...point },
      branches: matrix && tensor ? symmetricPrediction(specOf(order, matrix, tensor), prior) : {},
      thresholds: {
        weakRecoveryMatrix: prior.mean === 0 ? prior.secondMoment ** 2 : null,
        ...(tensor ? alongMatrix(order, tensor, prior) : {}),
        ...(matrix ? alongTensor(order, matrix, prior) : {}),
      },
    };
  },
};

function specOf(order: number, matrix: number, tensor: number) {
  return {
    channels: [
      { order: 2, variance: matrix },
      { order, variance: tensor },
    ],
  };
}

/** Points in the variance of the matrix, at a given tensor: of Bayes-AMP, and for unit variance those of other algorithms. */
function alongMatrix(order: number, variance: number, prior: Prior): Record<string, number | null> {
  const { maximumLikelihood, gradientFlow, langevin } = mixedThresholds({ order, variance });
  const transition = symmetricTransition(specOf(order, 1, variance), prior, 0);
  return {
    maximumLikelihoodMatrix: maximumLikelihood,
    gradientFlowMatrix: gradientFlow,
    langevinMatrix: langevin,
    informedSpinodalMatrix: threshold(transition?.informedSpinodal.variance),
    informationTheoreticMatrix: threshold(transition?.informationTheoretic.variance),
  };
}

/** Points in the variance of the tensor, at a given matrix. */
function alongTensor(order: number, variance: number, prior: Prior): Record<string, number | null> {
  const transition = symmetricTransition(specOf(order, variance, 1), prior, 1);
  return {
    informedSpinodalTensor: threshold(transition?.informedSpinodal.variance),
    informationTheoreticTensor: threshold(transition?.informationTheoretic.variance),
  };
}

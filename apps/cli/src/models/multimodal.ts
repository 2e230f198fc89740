import {
  type Branches,
  firstOrderTransition,
  informationTheoreticThreshold,
  multimodalCurve,
  multimodalThresholds,
  multimodalTricritical,
  type Prior,
  type SharedFactorSpec,
  sequentialOverlaps,
  sharedFactorBranches,
  sharedFactorStateEvolution,
  sphericalMaximumLikelihood,
} from "@onsager/amp";
import { bayesBranches, maximumLikelihoodBranches, variance } from "./branches.ts";
import type { Model, Prediction } from "./model.ts";
import {
  positiveOf,
  positivesOf,
  priorOption,
  priorOptionOf,
  priorsOf,
  priorTexts,
  type Typed,
} from "./options.ts";

const factors = ["u", "v", "x", "y"] as const;
const standard = new Set(["gaussian", "spherical"]);

type Thresholds = Record<string, number | null>;

/** A matrix of u and v and a tensor of u, x and y. */
export const multimodal: Model = {
  name: "multimodal",
  summary: "a matrix of u, v and a tensor of u, x, y that share u (paper 4)",
  options: [
    priorOption,
    ...factors.map(priorOptionOf),
    {
      flags: "--alpha <list>",
      description: "alpha_1,...,alpha_4 = N_k/N_1, the first is 1",
      fallback: "1,1,1,1",
    },
    { flags: "--delta-matrix <variance>", description: "noise variance of the matrix" },
    { flags: "--delta-tensor <variance>", description: "noise variance of the tensor" },
  ],
  example: "multimodal --delta-matrix 0.6 --delta-tensor 0.2",
  predict(options) {
    const priors = priorsOf(options, factors);
    const alpha = positivesOf(options, "alpha", 4);
    const matrix = positiveOf(options, "deltaMatrix");
    const tensor = positiveOf(options, "deltaTensor");
    const point = { ...(matrix && { deltaMatrix: matrix }), ...(tensor && { deltaTensor: tensor }) };
    return {
      parameters: { ...priorTexts(options, factors), alpha, ...point },
      branches: matrix && tensor ? branches(specOf(alpha, matrix, tensor), priors) : {},
      thresholds: {
        ...(tensor ? alongMatrix(specOf(alpha, 1, tensor), priors, isStandard(options)) : {}),
        ...(matrix ? { informationTheoreticTensor: alongTensor(alpha, matrix, priors) } : {}),
        ...(isStandard(options) ? { tricriticalTensor: multimodalTricritical(specOf(alpha, 1, 1)) } : {}),
      },
    };
  },
};

/** Whether all priors are standard Gaussian: then the curve of fixed points is closed. */
function isStandard(options: Typed): boolean {
  const texts = ["prior", ...factors.map((factor) => `prior${factor.toUpperCase()}`)].map(
    (key) => options[key],
  );
  return texts.every((text) => text === undefined || standard.has(text));
}

function specOf(alpha: readonly number[], matrix: number, tensor: number): SharedFactorSpec {
  return {
    ratios: Object.fromEntries(factors.map((factor, k) => [factor, alpha[k]!])),
    channels: [
      { factors: ["u", "v"], variance: matrix },
      { factors: ["u", "x", "y"], variance: tensor },
    ],
  };
}

function branches(spec: SharedFactorSpec, priors: Readonly<Record<string, Prior>>): Prediction["branches"] {
  const denoiser = sphericalMaximumLikelihood;
  const joint = maximumLikelihoodBranches((start) =>
    sharedFactorStateEvolution(spec, priors, { denoiser, start }),
  );
  const sequential = { ...sequentialOverlaps(spec, priors) };
  return { ...bayesBranches(sharedFactorBranches(spec, priors)), ...joint, sequential };
}

/** Thresholds in the variance of the matrix. */
function alongMatrix(
  spec: SharedFactorSpec,
  priors: Readonly<Record<string, Prior>>,
  isGaussian: boolean,
): Thresholds {
  const { bayes, sequential, maximumLikelihood } = multimodalThresholds(spec, priors);
  const weak = {
    c1: bayes.matrix,
    c2: variance(bayes.tensor),
    sequential1: sequential.matrix,
    sequential2: variance(sequential.tensor),
    maximumLikelihood1: maximumLikelihood.matrix,
    maximumLikelihood2: variance(maximumLikelihood.tensor),
  };
  const curved = isGaussian && bayes.tensor > 0;
  const transition = curved ? firstOrderTransition(multimodalCurve(spec)) : undefined;
  return {
    ...weak,
    c3: variance(transition?.uninformedSpinodal.variance),
    informationTheoretic: variance(transition?.informationTheoretic.variance),
    informedSpinodal: variance(transition?.informedSpinodal.variance),
  };
}

/** Where it is between two of these variances of the tensor that the informed branch becomes the better one. */
const ladder = Array.from({ length: 25 }, (_, k) => 0.02 * 1.2 ** k);

/** The information-theoretic variance of the tensor at a given matrix; null where no branch is out of reach. */
function alongTensor(
  alpha: readonly number[],
  matrix: number,
  priors: Readonly<Record<string, Prior>>,
): number | null {
  const at = (tensor: number): Branches => sharedFactorBranches(specOf(alpha, matrix, tensor), priors);
  const hard = ladder.map((tensor) => at(tensor).hard);
  const last = hard.lastIndexOf(true);
  if (last < 0 || last === ladder.length - 1) return null;
  return informationTheoreticThreshold(at, ladder[last]!, ladder[last + 1]!);
}

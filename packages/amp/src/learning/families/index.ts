import type { LearnableFamily } from "../family.ts";
import { bernoulliFamily } from "./bernoulli-family.ts";
import { discreteFamily } from "./discrete-family.ts";
import { exponentialFamily } from "./exponential-family.ts";
import { gaussBernoulliFamily } from "./gauss-bernoulli-family.ts";
import { gaussianFamily } from "./gaussian-family.ts";
import { laplaceFamily } from "./laplace-family.ts";
import { nonNegativeGaussianFamily } from "./non-negative-gaussian-family.ts";
import { sparseRademacherFamily } from "./sparse-rademacher-family.ts";

export {
  bernoulliFamily,
  discreteFamily,
  exponentialFamily,
  gaussBernoulliFamily,
  gaussianFamily,
  laplaceFamily,
  nonNegativeGaussianFamily,
  sparseRademacherFamily,
};

/** The families of priors whose parameters can be learnt. The law suite runs over this list. */
export const learnableFamilies: readonly LearnableFamily[] = [
  gaussianFamily,
  sparseRademacherFamily,
  bernoulliFamily,
  gaussBernoulliFamily,
  nonNegativeGaussianFamily,
  exponentialFamily,
  laplaceFamily,
  discreteFamily,
] as readonly LearnableFamily[];

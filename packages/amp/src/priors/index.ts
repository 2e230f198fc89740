import type { Prior } from "../prior.ts";
import { bernoulli } from "./bernoulli.ts";
import { discrete } from "./discrete.ts";
import { exponential } from "./exponential.ts";
import { gaussBernoulli } from "./gauss-bernoulli.ts";
import { gaussian } from "./gaussian.ts";
import { laplace } from "./laplace.ts";
import { nonNegativeGaussian } from "./non-negative-gaussian.ts";
import { rademacher } from "./rademacher.ts";
import { sparseRademacher } from "./sparse-rademacher.ts";
import { spherical } from "./spherical.ts";

export type { BernoulliOptions } from "./bernoulli.ts";
export type { DiscreteOptions } from "./discrete.ts";
export type { ExponentialOptions } from "./exponential.ts";
export type { GaussBernoulliOptions } from "./gauss-bernoulli.ts";
export type { GaussianOptions } from "./gaussian.ts";
export type { LaplaceOptions } from "./laplace.ts";
export type { SparseRademacherOptions } from "./sparse-rademacher.ts";
export {
  bernoulli,
  discrete,
  exponential,
  gaussBernoulli,
  gaussian,
  laplace,
  nonNegativeGaussian,
  rademacher,
  sparseRademacher,
  spherical,
};

/** The family of priors, parametric ones at an instance. The law suite runs over this list. */
export const priors: readonly Prior[] = [
  /* @__PURE__ */ gaussian({ mean: 0.5, variance: 2 }),
  rademacher,
  /* @__PURE__ */ sparseRademacher({ rho: 0.1 }),
  /* @__PURE__ */ bernoulli({ rho: 0.3 }),
  /* @__PURE__ */ gaussBernoulli({ rho: 0.2 }),
  spherical,
  /* @__PURE__ */ nonNegativeGaussian(),
  /* @__PURE__ */ exponential(),
  /* @__PURE__ */ laplace(),
  /* @__PURE__ */ discrete({ points: [-1, 0.5, 3], weights: [0.2, 0.5, 0.3] }),
];

import { glmCoupling } from "./glm-coupling.ts";
import { glmFreeEntropy } from "./glm-free-entropy.ts";
import type { GlmModel } from "./glm-spec.ts";

/**
 * The free entropy of perfect recovery against alpha, by extrapolation of second order in sqrt(V): what a sharp edge of the channel
 * costs is of that order. Undefined where it is infinite, as for continuous priors without noise: then it depends on how close one looks.
 */
export function perfectFreeEntropy(model: GlmModel): ((alpha: number) => number) | undefined {
  if (!isBounded(model)) return undefined;
  const { prior } = model;
  const rho = prior.secondMoment;
  // Atoms are told apart, and of psi no more digits are lost than six.
  const certain = 1e6 / rho;
  const entropy = prior.expectedLogPartition(certain) - (certain * rho) / 2;
  const { energy } = glmCoupling({ ...model, ratio: 1 });
  const output = (root: number): number => energy(Float64Array.of(rho - root * root * rho)) / 2;
  const slope = (8 * output(1e-4) - 6 * output(2e-4) + output(4e-4)) / 3;
  return (alpha) => entropy + alpha * slope;
}

function isBounded(model: GlmModel): boolean {
  const rho = model.prior.secondMoment;
  const near = (gap: number): number => glmFreeEntropy({ ...model, ratio: 1.5 }, rho * (1 - gap));
  return Math.abs(near(1e-9) - near(1e-7)) < 1e-2;
}

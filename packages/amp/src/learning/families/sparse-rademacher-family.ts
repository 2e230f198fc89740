import { sparseRademacher } from "../../priors/sparse-rademacher.ts";
import type { LearnableFamily } from "../family.ts";
import { averageOver, positiveOr, posteriorsOf } from "../posteriors-of.ts";

/** `sparseRademacher`: rho <- <p>, scale <- <B eta/scale>/(A <p>), with p = (sigma + eta^2)/scale^2 the probability of not being zero. */
export const sparseRademacherFamily: LearnableFamily<{
  /** Probability of not being zero. */
  readonly rho: number;
  /** Size of what is not zero. */
  readonly scale: number;
}> = {
  name: "sparse-rademacher",
  make: sparseRademacher,
  update(parameters, A, B) {
    const { rho, scale } = parameters;
    const posteriors = posteriorsOf(sparseRademacher(parameters), A, B);
    const active = averageOver(posteriors, (eta, sigma) => (sigma + eta * eta) / (scale * scale));
    const moment = averageOver(posteriors, (eta, _, i) => (eta / scale) * B[i]!);
    return { rho: positiveOr(rho, Math.min(1, active)), scale: positiveOr(scale, moment / (A * active)) };
  },
};

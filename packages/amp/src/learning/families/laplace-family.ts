import { exponential } from "../../priors/exponential.ts";
import { laplace } from "../../priors/laplace.ts";
import type { LearnableFamily } from "../family.ts";
import { averageOver, posteriorsOf } from "../posteriors-of.ts";

/**
 * `laplace`: scale <- <E[|w| | B]>. The two halves of the law are exponential, with the fields B and -B: their posterior means are
 * averaged with weights in the ratio of their Z.
 */
export const laplaceFamily: LearnableFamily<{
  /** Size of what is not zero. */
  readonly scale: number;
}> = {
  name: "laplace",
  make: laplace,
  update(parameters, A, B) {
    const half = exponential(parameters);
    const posteriors = posteriorsOf(laplace(parameters), A, B);
    const size = (field: number): number => {
      const [upper, lower] = [half.denoise(A, field), half.denoise(A, -field)];
      const ratio = Math.exp(-Math.abs(upper.logPartition - lower.logPartition));
      const [more, less] = field > 0 ? [upper.mean, lower.mean] : [lower.mean, upper.mean];
      return (more + ratio * less) / (1 + ratio);
    };
    return { scale: averageOver(posteriors, (_, __, i) => size(B[i]!)) };
  },
};

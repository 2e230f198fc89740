import type { Prior } from "../../prior.ts";
import { discrete } from "../../priors/discrete.ts";
import type { LearnableFamily, PriorParameters } from "../family.ts";
import { posteriorsOf } from "../posteriors-of.ts";

/** `discrete` with given points; the parameters are weights by point, { "-1": 0.2, "3": 0.8 }. weight_k <- <P(w = w_k | B)>. */
export const discreteFamily: LearnableFamily = {
  name: "discrete",
  make: makeDiscrete,
  update(parameters, A, B) {
    posteriorsOf(makeDiscrete(parameters), A, B);
    const points = Object.keys(parameters);
    const totals = points.map(() => 0);
    for (const field of B) {
      const logWeights = points.map((point) => {
        return Math.log(parameters[point]!) + Number(point) * (field - (A * Number(point)) / 2);
      });
      const top = Math.max(...logWeights);
      const weights = logWeights.map((value) => Math.exp(value - top));
      const sum = weights.reduce((total, weight) => total + weight, 0);
      weights.forEach((weight, k) => {
        totals[k]! += weight / sum;
      });
    }
    return Object.fromEntries(points.map((point, k) => [point, totals[k]! / B.length]));
  },
};

function makeDiscrete(weights: PriorParameters): Prior {
  return discrete({ points: Object.keys(weights).map(Number), weights: Object.values(weights) });
}

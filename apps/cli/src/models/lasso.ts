import {
  donohoTanner,
  type LassoStateEvolution,
  lassoStateEvolution,
  type Prior,
  softThreshold,
  stateMoments,
} from "@onsager/amp";
import { UsageError } from "../usage-error.ts";
import type { Model, PredictedBranch } from "./model.ts";
import { numberOf, positiveOf, priorOption, priorsOf, priorTexts, requiredPositive } from "./options.ts";

/** min |y - A x|^2/2 + lambda |x|_1. */
export const lasso: Model = {
  name: "lasso",
  summary: "LASSO, min |y - A x|^2/2 + lambda |x|_1 with A of variance 1/n",
  options: [
    priorOption,
    { flags: "--delta <ratio>", description: "observations per dimension, n/N" },
    { flags: "--noise <variance>", description: "variance of the noise on observations", fallback: "0" },
    { flags: "--multiple <a>", description: "threshold in units of the effective noise; this or --lambda" },
    { flags: "--lambda <weight>", description: "weight of |x|_1" },
  ],
  example: "lasso --prior gauss-bernoulli:rho=0.128 --delta 0.64 --noise 0.2 --multiple 1.5",
  predict(options) {
    const prior = priorsOf(options, ["x"]).x!;
    const delta = requiredPositive(options, "delta");
    const noise = numberOf(options, "noise")!;
    const multiple = positiveOf(options, "multiple");
    const lambda = positiveOf(options, "lambda");
    if (multiple !== undefined && lambda !== undefined)
      throw new UsageError("--multiple and --lambda exclude each other");
    const at = (a: number): LassoStateEvolution =>
      lassoStateEvolution({ ratio: delta, variance: noise, multiple: a, prior });
    const a = multiple ?? (lambda === undefined ? undefined : multipleOf(at, lambda));
    return {
      parameters: { ...priorTexts(options, []), delta, noise, ...(a && { multiple: a }) },
      branches: a === undefined ? {} : { uninformed: branchOf(at(a), a, prior) },
      thresholds: { donohoTanner: delta < 1 ? donohoTanner(delta) : null },
    };
  },
};

function branchOf(
  { tau, error, lambda, support, status }: LassoStateEvolution,
  a: number,
  prior: Prior,
): PredictedBranch {
  if (status === "diverged") return { squaredOverlaps: { x: 0 }, error: Number.POSITIVE_INFINITY, status };
  const noise = 1 / (tau * tau);
  const { overlap, meanSquare } = stateMoments(prior, softThreshold({ multiple: a }), {
    signal: noise,
    noise,
  });
  const squared = meanSquare === 0 ? 0 : overlap ** 2 / (meanSquare * prior.secondMoment);
  return { overlaps: { x: overlap }, squaredOverlaps: { x: squared }, error, tau, lambda, support };
}

/** The multiple a whose fixed point stands for a weight: lambda grows with a, from 0 where tau just stays finite. */
function multipleOf(at: (a: number) => LassoStateEvolution, lambda: number): number {
  const below = (a: number): boolean => {
    const { status, lambda: there } = at(a);
    return status !== "converged" || there < lambda;
  };
  let [low, high] = [0, 1];
  while (below(high)) {
    if (high > 1e6)
      throw new UsageError(`--lambda must have a fixed point of state evolution, got ${lambda}`);
    [low, high] = [high, 2 * high];
  }
  for (let i = 0; i < 60 && high - low > 1e-15 * high; i++) {
    const middle = (low + high) / 2;
    if (below(middle)) low = middle;
    else high = middle;
  }
  return high;
}

import { requireFinite, requireOptions, requirePositive } from "../argument-checks.ts";
import { halfLinePart } from "../parts/half-line-part.ts";
import { mixture } from "../parts/mixture.ts";
import type { Prior } from "../prior.ts";
import { sampleNormalAbove } from "../special/sample-normal-above.ts";
import type { GaussianOptions } from "./gaussian.ts";

/**
 * N(mu, v) cut off below 0, the half-normal law where mu = 0. Its posterior is N((mu + v B)/(1 + v A), v/(1 + v A)) cut off below 0.
 *
 * @param options - `mean` mu and `variance` v before the cut: mu finite, default 0; v positive and finite, default 1
 * @throws RangeError or TypeError when an option is not as described
 */
export function nonNegativeGaussian(options: GaussianOptions = {}): Prior {
  requireOptions("nonNegativeGaussian", options);
  const { mean = 0, variance = 1 } = options;
  requireFinite("nonNegativeGaussian", "mean", mean);
  requirePositive("nonNegativeGaussian", "variance", variance);
  const deviation = Math.sqrt(variance);
  const part = halfLinePart({
    precision: 1 / variance,
    field: mean / variance,
    sample: (random) => deviation * sampleNormalAbove(-mean / deviation, random),
  });
  return mixture({
    name: "non-negative-gaussian",
    components: [{ weight: 1, part }],
    // Half-normal laws can be learnt.
    ...(mean === 0 && { parameters: { variance } }),
  });
}

import { normalDensity } from "@onsager/hermite";
import { chartRule } from "../quadrature/chart-rule.ts";
import { integrate } from "../quadrature/integrate.ts";
import { lineChart } from "../quadrature/line-chart.ts";
import { clampField } from "./clamp-field.ts";
import { observeNormal, reach } from "./observe-normal.ts";
import type { Part } from "./part.ts";

/** N(mean, variance), an atom where the variance is 0. */
export interface GaussianParameters {
  readonly mean: number;
  readonly variance: number;
}

/** The atom delta_w. */
export function atom(w: number): Part {
  return gaussianPart({ mean: w, variance: 0 });
}

/** N(mu, v): the posterior is N((mu + v B)/(1 + v A), v/(1 + v A)). An atom at mu where v = 0. */
export function gaussianPart({ mean, variance }: GaussianParameters): Part {
  const deviation = Math.sqrt(variance);
  return {
    mean,
    secondMoment: mean * mean + variance,
    ...(variance === 0 && { atoms: [mean] }),
    posteriors(A, B, count, out) {
      const slope = 1 / (1 / variance + A);
      const offset = mean / (1 + variance * A);
      const constant = -(A * mean * offset + Math.log1p(variance * A)) / 2;
      for (let i = 0; i < count; i++) {
        const field = clampField(B[i]!);
        out.mean[i] = offset + slope * B[i]!;
        out.variance[i] = slope;
        out.logPartition[i] = constant + (offset + (slope * field) / 2) * field;
      }
    },
    observe(s, options) {
      const even = options.even && mean === 0;
      return observeNormal(s * mean, Math.hypot(1, s * deviation), { ...options, even });
    },
    expectation(f, resolution) {
      if (variance === 0) return f(mean);
      const unit = Math.min(1, resolution / deviation);
      const chart = lineChart({ unit, below: reach, above: reach });
      return integrate(chartRule(chart, normalDensity), (z) => f(mean + deviation * z));
    },
    sample: (random) => (variance === 0 ? mean : mean + deviation * random.normal()),
  };
}

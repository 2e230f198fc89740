import { normalDensity } from "@onsager/hermite";
import { chartRule } from "../quadrature/chart-rule.ts";
import { integrate } from "../quadrature/integrate.ts";
import { lineChart } from "../quadrature/line-chart.ts";
import { normalRule } from "../quadrature/normal-rule.ts";
import type { Rule } from "../quadrature/rule.ts";
import { segmentRules } from "../quadrature/segment-rules.ts";
import { clampField } from "./clamp-field.ts";
import type { Part } from "./part.ts";

/** Standard deviations beyond which a normal law holds less than 1e-22. */
const reach = 10;

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
    posteriors(A, B, count, { mean: means, variance: variances, logPartition }) {
      const slope = 1 / (1 / variance + A);
      const offset = mean / (1 + variance * A);
      const constant = -(A * mean * offset + Math.log1p(variance * A)) / 2;
      for (let i = 0; i < count; i++) {
        const field = clampField(B[i]!);
        means[i] = offset + slope * B[i]!;
        variances[i] = slope;
        logPartition[i] = constant + (offset + (slope * field) / 2) * field;
      }
    },
    observe(s, { kinks, even }) {
      const origin = s * mean;
      const knots = kinks.map((kink) => kink - origin);
      const rules = normalRules(Math.hypot(1, s * deviation), knots, even && mean === 0);
      return { origin, rules, oneScale: variance === 0 && kinks.length === 0 };
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

/** Rules for E f(x), x ~ N(0, spread^2), where f has features of unit size around zero and at knots. */
function normalRules(spread: number, knots: readonly number[], even: boolean): Rule[] {
  if (spread === 1 && knots.length === 0) return [normalRule(even)];
  const extent = reach * spread;
  const density = (x: number): number => normalDensity(x / spread) / spread;
  if (knots.length > 0) return segmentRules(-extent, extent, knots, density);
  return [chartRule(lineChart({ below: extent, above: extent }), density, even)];
}

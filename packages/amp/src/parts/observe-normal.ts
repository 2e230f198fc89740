import { normalDensity } from "@onsager/hermite";
import { chartRule } from "../quadrature/chart-rule.ts";
import { lineChart } from "../quadrature/line-chart.ts";
import { evenNormalRule, normalRule } from "../quadrature/normal-rule.ts";
import { segmentRules } from "../quadrature/segment-rules.ts";
import type { Observation, ObserveOptions } from "./part.ts";

/** Standard deviations beyond which a normal law holds less than 1e-22. */
export const reach = 10;

/** Observations with the law N(origin, spread^2), spread >= 1, with features of unit size around the origin. */
export function observeNormal(
  origin: number,
  spread: number,
  { kinks, even, step }: ObserveOptions,
): Observation[] {
  if (step !== undefined) return [{ weight: 1, origin, rule: evenNormalRule(step, even), halvings: 0 }];
  const knots = kinks.map((kink) => kink - origin);
  if (spread === 1 && knots.length === 0) return [{ weight: 1, origin, rule: normalRule(even) }];
  const extent = reach * spread;
  const density = (x: number): number => normalDensity(x / spread) / spread;
  const rules =
    knots.length > 0
      ? segmentRules(-extent, extent, knots, density)
      : [chartRule(lineChart({ below: extent, above: extent }), density, even)];
  return rules.map((rule) => ({ weight: 1, origin, rule }));
}

import { chartRule } from "./chart-rule.ts";
import type { Rule } from "./rule.ts";
import { segmentChart } from "./segment-chart.ts";

/** Tanh-sinh rules for integrals of f(x) density(x) over [from, to], one between any two neighbours of the knots inside. */
export function segmentRules(
  from: number,
  to: number,
  knots: readonly number[],
  density: (x: number) => number,
): Rule[] {
  const inside = knots.filter((knot) => knot > from && knot < to);
  const ends = [...new Set([from, ...inside, to])].sort((a, b) => a - b);
  return ends.slice(1).map((end, i) => chartRule(segmentChart(ends[i]!, end), density));
}

import { normalDensity } from "@onsager/hermite";
import type { Chart } from "./chart.ts";
import { chartRule } from "./chart-rule.ts";
import { lineChart } from "./line-chart.ts";
import type { Block, Rule } from "./rule.ts";

/** Standard deviations beyond which N(0, 1) holds less than 1e-22, and 1e-18. */
const reach = 10;
const fixedReach = 9;

/** Levels worked out once: of the whole line, and of its upper half. */
const whole: (readonly Block[])[] = [];
const half: (readonly Block[])[] = [];

/**
 * The rule for E f(z), z ~ N(0, 1).
 *
 * @param even - whether f is even: half the nodes are enough then
 */
export function normalRule(even = false): Rule {
  const levels = even ? half : whole;
  return (level) => {
    levels[level] ??= chartRule(lineChart({ below: reach, above: reach }), normalDensity, even)(level);
    return levels[level];
  };
}

/** The same with even steps, the first of a given size. */
export function evenNormalRule(step: number, even: boolean): Rule {
  const chart: Chart = {
    from: -fixedReach / step,
    to: fixedReach / step,
    place(u, place) {
      place.x = step * u;
      place.slope = step;
    },
  };
  return chartRule(chart, normalDensity, even);
}

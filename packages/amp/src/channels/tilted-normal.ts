import type { Output } from "../channel.ts";
import { minimise } from "../minimise.ts";
import { chartRule } from "../quadrature/chart-rule.ts";
import { integrate } from "../quadrature/integrate.ts";
import { lineChart } from "../quadrature/line-chart.ts";
import { segmentRules } from "../quadrature/segment-rules.ts";

/** Standard deviations of z on either side that are looked at. */
const reach = 10;
/** Deviations of z beyond which no peak is looked for. */
const farthest = 1e6;
/** Points at which the largest value is looked for. */
const scan = 64;

/**
 * The output function of any likelihood by quadrature: z ~ N(omega, V) tilted by exp(l(z)); g = (E z - omega)/V and
 * dg = (Var z/V - 1)/V. The density is integrated from its highest peak outwards, between kinks where there are any.
 */
export function tiltedNormal(
  omega: number,
  V: number,
  l: (z: number) => number,
  kinks: readonly number[] = [],
): Output {
  const deviation = Math.sqrt(V);
  const h = (x: number): number => l(omega + deviation * x) - (x * x) / 2;
  const peak = highest(h);
  const top = h(peak);
  const density = (x: number): number => Math.exp(h(x) - top);
  const [from, to] = [Math.min(-reach, peak - reach), Math.max(reach, peak + reach)];
  const inside = kinks.map((kink) => (kink - omega) / deviation).filter((x) => x > from && x < to);
  const integral = (f: (x: number) => number): number => {
    if (inside.length === 0) {
      const chart = lineChart({
        unit: width(h, peak),
        below: peak - from,
        above: to - peak,
      });
      return integrate(
        chartRule(chart, (x) => density(peak + x)),
        (x) => f(peak + x),
      );
    }
    const rules = segmentRules(from, to, [...inside, peak], density);
    return rules.reduce((sum, rule) => sum + integrate(rule, f), 0);
  };
  const mass = integral(() => 1);
  const mean = integral((x) => x) / mass;
  const variance = integral((x) => (x - mean) ** 2) / mass;
  const logPartition = top + Math.log(mass) - Math.log(2 * Math.PI) / 2;
  return { g: mean / deviation, dg: (variance - 1) / V, logPartition };
}

/** The highest point within reach, or farther out where h still rises there. */
function highest(h: (x: number) => number): number {
  for (let range = reach; ; range *= 2) {
    const step = (2 * range) / scan;
    let [best, top] = [0, h(0)];
    for (let i = 0; i <= scan; i++) {
      const value = h(-range + i * step);
      if (value > top) [best, top] = [-range + i * step, value];
    }
    if ((Math.abs(best) < range && top > -Infinity) || range > farthest)
      return minimise((x) => -h(x), best - step, best + step).argument;
  }
}

/** The length over which h falls from its peak by about a half, at most 1. */
function width(h: (x: number) => number, peak: number): number {
  const top = h(peak);
  let length = 1;
  while (length > 1e-8 && Math.min(h(peak - length), h(peak + length)) < top - 2) length /= 2;
  return length;
}

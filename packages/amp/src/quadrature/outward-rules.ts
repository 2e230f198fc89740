import type { Place } from "./chart.ts";
import { chartRule } from "./chart-rule.ts";
import { pieceChart } from "./piece-chart.ts";
import type { Rule } from "./rule.ts";
import { segmentRules } from "./segment-rules.ts";

/** Segments up to this length are left to the tanh-sinh rule, which resolves 1e-18 of a length at its ends. */
const long = 1e3;

/**
 * Rules for integrals of f(x) density(x) over [from, to], with knots inside: between knots as `segmentRules`, and outwards from the
 * first and the last one with steps that grow from far below 1 near the knot to the size of the distance, however far the ends are.
 */
export function outwardRules(
  from: number,
  to: number,
  knots: readonly number[],
  density: (x: number) => number,
): Rule[] {
  const first = Math.min(...knots);
  const last = Math.max(...knots);
  const lower = last - from > long ? [tailRule(first, from, density)] : [];
  const upper = to - first > long ? [tailRule(last, to, density)] : [];
  const inner = segmentRules(lower.length > 0 ? first : from, upper.length > 0 ? last : to, knots, density);
  return [...lower, ...(first < last || lower.length + upper.length < 2 ? inner : []), ...upper];
}

/** From a knot to an end, in the variable of a half line's chart. */
function tailRule(knot: number, end: number, density: (x: number) => number): Rule {
  const sign = Math.sign(end - knot);
  const chart = pieceChart({ from: 0, to: Infinity }, 1);
  const reached = Math.asinh((2 / Math.PI) * Math.log(Math.abs(end - knot)));
  const cut = {
    from: chart.from,
    to: reached,
    place(u: number, place: Place): void {
      chart.place(u, place);
      place.x = knot + sign * place.x;
    },
  };
  return chartRule(cut, density);
}

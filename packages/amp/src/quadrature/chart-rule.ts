import type { Chart, Place } from "./chart.ts";
import { type Block, blockSize, type Rule } from "./rule.ts";

/**
 * The rule for integrals of f(x) density(x) over a chart.
 *
 * @param chart - the change of variable
 * @param density - gets x, and its distance from the end nearby where the chart has one
 * @param even - whether f and the density are even: then the nodes above zero are counted twice, and those below left out
 */
export function chartRule(chart: Chart, density: (x: number, gap: number) => number, even = false): Rule {
  const place: Place = { x: 0, slope: 0, gap: Infinity };
  const block = (first: number, stride: number, count: number): Block => {
    const nodes = new Float64Array(count);
    const weights = new Float64Array(count);
    for (let i = 0; i < count; i++) {
      const u = first + i * stride;
      chart.place(u, place);
      nodes[i] = place.x;
      weights[i] = place.slope * density(place.x, place.gap) * (even && u > 0 ? 2 : 1);
    }
    return { nodes, weights };
  };
  return (level) => {
    const stride = level === 0 ? 1 : 2 ** (1 - level);
    const shift = level === 0 ? 0 : stride / 2;
    const first = shift + stride * Math.ceil(((even ? 0 : chart.from) - shift) / stride);
    const count = Math.floor((chart.to - first) / stride) + 1;
    return Array.from({ length: Math.ceil(count / blockSize) }, (_, i) => {
      const start = i * blockSize;
      return block(first + start * stride, stride, Math.min(blockSize, count - start));
    });
  };
}

import { normalDensity } from "@onsager/hermite";
import { chartRule } from "./chart-rule.ts";
import { lineChart } from "./line-chart.ts";
import { type Block, blockSize, type Rule } from "./rule.ts";

/** Standard deviations beyond which N(0, 1) holds less than 1e-22. */
const reach = 10;

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

/** Standard deviations beyond which N(0, 1) holds less than 1e-18. */
const evenReach = 9;

/** One level with nodes at even steps of a given size. */
export function evenNormalRule(step: number, even: boolean): Rule {
  const most = Math.floor(evenReach / step);
  const least = even ? 0 : -most;
  return () => {
    const blocks: Block[] = [];
    for (let first = least; first <= most; first += blockSize) {
      const count = Math.min(blockSize, most - first + 1);
      const nodes = new Float64Array(count);
      const weights = new Float64Array(count);
      for (let i = 0; i < count; i++) {
        const z = (first + i) * step;
        nodes[i] = z;
        weights[i] = (even && z > 0 ? 2 : 1) * step * normalDensity(z);
      }
      blocks.push({ nodes, weights });
    }
    return blocks;
  };
}

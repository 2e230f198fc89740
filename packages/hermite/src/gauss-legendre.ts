import {
  reject,
  requireFiniteArray,
  requireInteger,
  requireLength,
  requireOptions,
} from "./argument-checks.ts";
import type { QuadratureRule } from "./quadrature-rule.ts";

/** Options of `gaussLegendre`. */
export interface GaussLegendreOptions {
  /** The interval [a, b], a < b; default [-1, 1]. */
  readonly interval?: readonly [number, number];
}

const maximumNodes = 4096;

/**
 * The Gauss-Legendre rule for the integral of f over [a, b], exact for polynomials of degree up to 2n - 1.
 *
 * @param nodes - n, an integer from 1 to 4096
 * @param options - `interval` [a, b], finite, a < b; default [-1, 1]
 * @throws RangeError or TypeError when an argument is not as described
 * @see Abramowitz and Stegun, Handbook of Mathematical Functions, 25.4.30; initial values: Tricomi (1950)
 */
export function gaussLegendre(nodes: number, options: GaussLegendreOptions = {}): QuadratureRule {
  requireInteger("gaussLegendre", "nodes", nodes, 1, maximumNodes);
  requireOptions("gaussLegendre", options);
  const { interval = [-1, 1] } = options;
  requireFiniteArray("gaussLegendre", "interval", interval);
  requireLength("gaussLegendre", "interval", interval.length, 2, "lower and upper end");
  const [a, b] = interval;
  if (!(a < b)) reject("gaussLegendre", "interval[1]", `be above interval[0] = ${a}`, b);
  const rule = { nodes: new Float64Array(nodes), weights: new Float64Array(nodes) };
  for (let i = 0; i < nodes; i++) {
    const { root, slope } = legendreRoot(nodes, i);
    rule.nodes[i] = (a + b) / 2 - ((b - a) / 2) * root;
    rule.weights[i] = (b - a) / ((1 - root * root) * slope * slope);
  }
  return rule;
}

/** The i-th root of P_n from above and the slope there, by Newton's method. */
function legendreRoot(n: number, i: number): { root: number; slope: number } {
  let root = i === (n - 1) / 2 ? 0 : Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
  let slope = 0;
  for (let iteration = 0; iteration < 6; iteration++) {
    const { value, previous } = legendre(n, root);
    slope = (n * (previous - root * value)) / (1 - root * root);
    root -= value / slope;
  }
  return { root, slope };
}

function legendre(n: number, x: number): { value: number; previous: number } {
  let previous = 0;
  let value = 1;
  for (let k = 0; k < n; k++) {
    const next = ((2 * k + 1) * x * value - k * previous) / (k + 1);
    previous = value;
    value = next;
  }
  return { value, previous };
}

import { requireInteger } from "./argument-checks.ts";
import { hermiteValues } from "./hermite-values.ts";
import { maximumHermiteOrder } from "./maximum-order.ts";
import type { QuadratureRule } from "./quadrature-rule.ts";

/**
 * The Gauss-Hermite rule for E[f(z)], z ~ N(0, 1), exact for polynomials of degree up to 2n - 1: nodes are the roots of
 * h_n, weights 1/sum_{k<n} h_k(x_i)^2. Weak where f has kinks or poles near the real axis: see `gaussianExpectation`.
 *
 * @param nodes - n, an integer from 1 to `maximumHermiteOrder`
 * @throws RangeError or TypeError when `nodes` is not such a number
 * @see Szego, Orthogonal Polynomials (1939), sections 3.3 (Sturm sequences) and 3.4 (Christoffel numbers)
 */
export function gaussHermite(nodes: number): QuadratureRule {
  requireInteger("gaussHermite", "nodes", nodes, 1, maximumHermiteOrder);
  const roots = new Float64Array(nodes);
  const weights = new Float64Array(nodes);
  const values = new Float64Array(nodes + 1);
  for (let i = 0; i < nodes; i++) {
    const mirrored = nodes - 1 - i;
    roots[i] = i < mirrored ? bisectRoot(mirrored, values) : i === mirrored ? 0 : -roots[mirrored]!;
  }
  for (let i = 0; i < nodes; i++) weights[i] = christoffel(roots[i]!, values);
  return { nodes: roots, weights };
}

/** The root of h_n above which there are `above` others, by bisection on Sturm's count. */
function bisectRoot(above: number, values: Float64Array): number {
  let upper = 2 * Math.sqrt(values.length);
  let lower = -upper;
  for (let middle = 0; middle !== lower && middle !== upper; middle = (lower + upper) / 2) {
    if (rootsAbove(middle, values) > above) lower = middle;
    else upper = middle;
  }
  return polish((lower + upper) / 2, values);
}

/** The number of roots of h_n above x: the sign changes of h_0(x), ..., h_n(x). */
function rootsAbove(x: number, values: Float64Array): number {
  hermiteValues(values.length - 1, x, values);
  let changes = 0;
  for (let k = 1; k < values.length; k++) if (values[k]! < 0 !== values[k - 1]! < 0) changes++;
  return changes;
}

/** One step of Newton's method: h_n' = sqrt(n) h_{n-1}. */
function polish(x: number, values: Float64Array): number {
  const n = values.length - 1;
  hermiteValues(n, x, values);
  return x - values[n]! / (Math.sqrt(n) * values[n - 1]!);
}

function christoffel(x: number, values: Float64Array): number {
  hermiteValues(values.length - 1, x, values);
  return 1 / values.subarray(0, -1).reduce((sum, value) => sum + value * value, 0);
}

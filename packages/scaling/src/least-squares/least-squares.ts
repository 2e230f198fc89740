import type { Convergence } from "../convergence.ts";
import { jacobian } from "./jacobian.ts";
import { dot, normalEquations } from "./normal-equations.ts";
import { solve } from "./solve.ts";

/** A least sum of squares. */
export interface LeastSquares {
  readonly u: Float64Array;
  /** The sum of squares there. */
  readonly sum: number;
  readonly convergence: Convergence;
}

const mostIterations = 200;
const tolerance = 1e-8;
const largestDamping = 1e12;

/**
 * A local minimum of |r(u)|^2 by the method of Levenberg and Marquardt, the derivative by central differences. Where r is not finite
 * a step is not taken. The residual of the convergence is the length of the next step, the largest |step_i|/(1 + |u_i|).
 *
 * @see D. Marquardt, An algorithm for least-squares estimation of nonlinear parameters (1963)
 */
export function leastSquares(r: (u: Float64Array) => Float64Array, start: Float64Array): LeastSquares {
  let [u, sum, damping, length] = [start, sumOfSquares(r(start)), 1e-3, Number.POSITIVE_INFINITY];
  for (let iterations = 0; ; iterations++) {
    const next = sum < Number.POSITIVE_INFINITY ? descend(r, u, sum, damping) : undefined;
    length = next?.length ?? length;
    const converged = length <= tolerance;
    if (next?.u) ({ u, sum, damping } = { ...next, u: next.u });
    if (converged || !next?.u || iterations === mostIterations) {
      return { u, sum, convergence: { converged, iterations, residual: length, tolerance } };
    }
  }
}

interface Step {
  /** Where it leads, if to a lower sum. */
  readonly u?: Float64Array;
  readonly sum: number;
  readonly damping: number;
  readonly length: number;
}

/** A step that lowers the sum, with as little damping as that takes; or the shortest that was tried. */
function descend(
  r: (u: Float64Array) => Float64Array,
  u: Float64Array,
  sum: number,
  first: number,
): Step | undefined {
  const { matrix, rightSide } = normalEquations(jacobian(r, u), r(u));
  if (!matrix.every(Number.isFinite)) return undefined;
  let length = Number.POSITIVE_INFINITY;
  for (let damping = first; damping <= largestDamping; damping *= 10) {
    const step = solve(damped(matrix, damping), rightSide);
    if (!step) continue;
    const next = u.map((value, i) => value - step[i]!);
    length = Math.max(...step.map((value, i) => Math.abs(value) / (1 + Math.abs(u[i]!))));
    const lower = sumOfSquares(r(next));
    // A short step says little where damping made it short.
    const told = damping <= 1 ? length : Number.POSITIVE_INFINITY;
    if (lower < sum) return { u: next, sum: lower, damping: Math.max(damping / 10, 1e-12), length: told };
  }
  return { sum, damping: first, length };
}

function damped(matrix: Float64Array, damping: number): Float64Array {
  const p = Math.sqrt(matrix.length);
  const largest = matrix.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0);
  return matrix.map((entry, at) =>
    at % (p + 1) === 0 ? entry + damping * Math.max(entry, 1e-12 * largest) : entry,
  );
}

function sumOfSquares(r: Float64Array): number {
  const sum = dot(r, r);
  return Number.isNaN(sum) ? Number.POSITIVE_INFINITY : sum;
}

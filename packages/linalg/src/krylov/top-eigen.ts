import type { Convergence } from "../convergence.ts";
import type { Matrix } from "../matrix.ts";
import type { Operator } from "../operator.ts";
import { type BlockKrylovOptions, type BlockKrylovState, blockKrylov } from "./block-krylov-steps.ts";
import { convergenceOf, requireSignal, runSteps } from "./driver.ts";
import type { DriverOptions } from "./options.ts";
import type { NormalSource } from "./start.ts";

/** Options of `topEigen`. */
export interface TopEigenOptions extends BlockKrylovOptions, DriverOptions {}

/** Eigenpairs at an end of a spectrum. */
export interface TopEigen {
  /** The eigenvalues, best first: decreasing, increasing, or of decreasing size. */
  readonly values: Float64Array;
  /** count x n: row j is the unit eigenvector of value j; rows are orthonormal. */
  readonly vectors: Matrix;
  /** |A v - theta v| of each pair, relative to the largest |theta|. */
  readonly residuals: Float64Array;
  /** Applications of the operator to a block. */
  readonly passes: number;
  /** `iterations` = passes, `residual` = the largest of `residuals`. */
  readonly convergence: Convergence;
}

/**
 * The `count` eigenpairs of a symmetric operator that are largest, smallest or largest in size, from products alone.
 *
 * Block Krylov with Rayleigh-Ritz (`blockKrylovSteps`, which takes the same options and is the way to watch it run). Not to
 * converge is a result: `convergence.converged` is false and the pairs are the best so far; more `maximumPasses`, a larger
 * `maximumBasis` or `block` is the remedy.
 *
 * @param operator - symmetric, n x n: from `prepare(A, { symmetric: true })`, or any function of products
 * @param options - those of `blockKrylovSteps`, and `signal` to end the run between passes
 * @param random - a stream of `@onsager/random` for the start; without it always the same start
 * @throws RangeError, TypeError as `blockKrylovSteps`; the reason of `signal`
 *
 * @example
 * const diagonal = { rows: 100, cols: 100, apply: (x, out) => { for (let i = 0; i < 100; i++) out[i] = i * x[i] } };
 * topEigen(diagonal, { count: 2 }).values; // 99, 98
 */
export function topEigen(operator: Operator, options: TopEigenOptions, random?: NormalSource): TopEigen {
  requireSignal("topEigen", options);
  const steps = blockKrylov("topEigen", operator, options, random);
  const state: BlockKrylovState = runSteps(steps, options.signal);
  const { values, residuals, passes } = state;
  return { values, vectors: state.vectors(), residuals, passes, convergence: convergenceOf(state, options) };
}

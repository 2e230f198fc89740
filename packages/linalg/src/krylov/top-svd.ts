import type { Convergence } from "../convergence.ts";
import type { Matrix } from "../matrix.ts";
import { convergenceOf, requireSignal, runSteps } from "./driver.ts";
import { type GolubKahanState, golubKahan, type TransposableOperator } from "./golub-kahan-steps.ts";
import type { DriverOptions, KrylovOptions } from "./options.ts";
import type { NormalSource } from "./start.ts";

/** Options of `topSvd`. */
export interface TopSvdOptions extends KrylovOptions, DriverOptions {}

/** The largest singular triplets: A right_j = values_j left_j. */
export interface TopSvd {
  /** Singular values, decreasing. */
  readonly values: Float64Array;
  /** count x m: row j is the left singular vector of value j. */
  readonly left: Matrix;
  /** count x n: row j is the right singular vector of value j. */
  readonly right: Matrix;
  /** |A^T u - sigma v| of each triplet, relative to the largest sigma. */
  readonly residuals: Float64Array;
  /** Applications of the operator, or of its transpose, to a block. */
  readonly passes: number;
  /** `iterations` = passes, `residual` = the largest of `residuals`. */
  readonly convergence: Convergence;
}

/**
 * The `count` largest singular values of an operator and their vectors, from products with it and its transpose alone.
 *
 * Block Golub-Kahan bidiagonalisation (`golubKahanSteps`, which takes the same options and is the way to watch it run). Not to
 * converge is a result: `convergence.converged` is false and the triplets are the best so far; more `maximumPasses`, a larger
 * `maximumBasis` or `block` is the remedy.
 *
 * @param operator - m x n with `applyTranspose`, such as `prepare(A)`
 * @param options - those of `golubKahanSteps`, and `signal` to end the run between steps
 * @param random - a stream of `@onsager/random` for the start; without it always the same start
 * @throws RangeError, TypeError as `golubKahanSteps`; the reason of `signal`
 *
 * @example
 * using operator = prepare({ rows: 2, cols: 3, data: Float64Array.of(0, 2, 0, 1, 0, 0) });
 * topSvd(operator, { count: 1 }).values; // 2
 */
export function topSvd(
  operator: TransposableOperator,
  options: TopSvdOptions,
  random?: NormalSource,
): TopSvd {
  requireSignal("topSvd", options);
  const steps = golubKahan("topSvd", operator, options, random);
  const state: GolubKahanState = runSteps(steps, options.signal);
  const { values, residuals, passes } = state;
  const [left, right] = [state.left(), state.right()];
  return { values, left, right, residuals, passes, convergence: convergenceOf(state, options) };
}

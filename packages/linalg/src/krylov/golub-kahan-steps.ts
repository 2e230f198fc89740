import type { Matrix } from "../matrix.ts";
import type { Operator } from "../operator.ts";
import type { RowMap } from "./apply-rows.ts";
import { type Basis, combineRows } from "./basis.ts";
import {
  type Bidiagonalisation,
  createBidiagonalisation,
  golubKahanStep,
  type RitzTriplets,
  restartTriplets,
  ritzTriplets,
} from "./golub-kahan.ts";
import { isDue, type KrylovOptions, krylovSettings, requireArguments } from "./options.ts";
import { fixedSource, type NormalSource } from "./start.ts";

/** An operator whose transpose may take a block of vectors in one pass, too. */
export interface TransposableOperator extends Operator {
  applyTranspose(x: Float64Array, out: Float64Array): void;
  /** Row i of `out` = A^T times row i of `X`. */
  applyTransposeBlock?(X: Matrix, out: Matrix): void;
}

/** Where the iteration stands. */
export interface GolubKahanState {
  /** Passes so far: applications of the operator, or of its transpose, to a block. */
  readonly passes: number;
  /** Dimension of the space of right vectors that was searched. */
  readonly dimension: number;
  /** The largest `count` approximate singular values, decreasing. */
  readonly values: Float64Array;
  /** |A^T u - sigma v| of each, relative to the largest sigma; A v = sigma u holds to rounding. */
  readonly residuals: Float64Array;
  /** Whether all residuals are within the tolerance. */
  readonly converged: boolean;
  /** The left vectors, count x m; to be called before the iteration goes on. */
  left(): Matrix;
  /** The right vectors, count x n; to be called before the iteration goes on. */
  right(): Matrix;
}

/** The wanted combinations of the first m rows of a basis. */
function combined(basis: Basis, S: Float64Array, count: number, m: number): Matrix {
  const data = new Float64Array(count * basis.n);
  combineRows(basis, S.subarray(0, count * m), count, m, data);
  return { rows: count, cols: basis.n, data };
}

function stateOf(state: Bidiagonalisation, triplets: RitzTriplets, settled: boolean): GolubKahanState {
  const { settings, left, right, applied, measure } = state;
  const { count, tolerance } = settings;
  const { passes, unit } = measure;
  const size = triplets.values[0]!;
  const residuals = triplets.residuals.map((residual) => (residual === 0 ? 0 : residual / size));
  return {
    passes,
    dimension: applied,
    values: triplets.values.slice(0, count).map((value) => value * unit),
    residuals,
    converged: settled && residuals.every((residual) => residual <= tolerance),
    left: () => combined(left, triplets.left.data, count, left.size),
    right: () => combined(right, triplets.right.data, count, applied),
  };
}

/** With a given start this many steps let the random rows show what the start misses. */
const LEAST_STEPS = 2;

function* iterate(
  call: string,
  state: Bidiagonalisation,
  forth: RowMap,
  back: RowMap,
): Generator<GolubKahanState, void> {
  const { settings, left, right } = state;
  const { count, maximumPasses, maximumBasis, start } = settings;
  for (let step = 1, looked = 0; ; step++) {
    const first = state.applied;
    golubKahanStep(call, state, forth, back);
    const exhausted = right.size === state.applied;
    const final = exhausted || state.measure.passes + 2 > maximumPasses;
    const full = right.size > maximumBasis;
    const enough = Math.min(state.applied, left.size) >= count;
    const due = enough && isDue(state.applied, state.applied - first, step - looked);
    if (!final && !full && !due) continue;
    looked = step;
    const triplets = ritzTriplets(state);
    const shown = stateOf(state, triplets, exhausted || start === undefined || step >= LEAST_STEPS);
    yield shown;
    if (final || shown.converged) return;
    if (full) restartTriplets(state, triplets);
  }
}

/**
 * The states of block Golub-Kahan bidiagonalisation with Rayleigh-Ritz for the largest singular values of an operator.
 *
 * A block of right rows is multiplied by A and by A^T in turn, both bases are kept orthonormal by full reorthogonalisation, and the
 * singular triplets (sigma, u, v) of left A right^T are the approximate ones. The Gram matrix A^T A is never formed, so that values
 * are right relative to the largest one. Dropped directions, restarts, extreme norms, and when a state comes: as in
 * `blockKrylovSteps`.
 *
 * @param operator - m x n with `applyTranspose`; `applyBlock` and `applyTransposeBlock` are used where there are any
 * @param options - `count` wanted triplets (1 to min(m, n)), `block` (default count + 10), `maximumPasses` (200, two a step),
 *   `tolerance` (1e-8), `maximumBasis`, `start` (rows of length n), `backend`
 * @param random - a stream of `@onsager/random`, read from its position on, for the start; without it always the same start
 * @throws RangeError for options out of range, and for products that are not finite; TypeError if there is no transpose, or
 *   `applyTranspose` turns out to be something else
 *
 * Sources: G. Golub, F. Luk, M. Overton, A block Lanczos method for computing the singular values of a matrix (1981); J. Baglama,
 * L. Reichel, Augmented implicitly restarted Lanczos bidiagonalization methods (2005).
 */
export function golubKahanSteps(
  operator: TransposableOperator,
  options: KrylovOptions,
  random?: NormalSource,
): Generator<GolubKahanState, void> {
  return golubKahan("golubKahanSteps", operator, options, random);
}

/** The same in the name of the function that was called. */
export function golubKahan(
  call: string,
  operator: TransposableOperator,
  options: KrylovOptions,
  random: NormalSource = fixedSource(),
): Generator<GolubKahanState, void> {
  requireArguments(call, operator, ["apply", "applyTranspose"], options, random);
  const { rows, cols } = operator;
  const settings = krylovSettings(call, cols, Math.min(rows, cols), 2, options);
  const forth: RowMap = {
    from: cols,
    to: rows,
    one: operator.apply.bind(operator),
    block: operator.applyBlock?.bind(operator),
  };
  const back: RowMap = {
    from: rows,
    to: cols,
    one: operator.applyTranspose.bind(operator),
    block: operator.applyTransposeBlock?.bind(operator),
  };
  return iterate(call, createBidiagonalisation(rows, cols, settings, random), forth, back);
}

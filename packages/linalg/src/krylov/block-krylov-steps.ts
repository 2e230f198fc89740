import type { Matrix } from "../matrix.ts";
import type { Operator } from "../operator.ts";
import type { SymmetryOptions } from "../symmetry.ts";
import type { RowMap } from "./apply-rows.ts";
import { combineRows } from "./basis.ts";
import { createIteration, type Iteration } from "./iteration.ts";
import { krylovPass, restart } from "./krylov-pass.ts";
import { isDue, type KrylovOptions, krylovSettings, requireArguments } from "./options.ts";
import { type RitzPairs, rayleighRitz } from "./rayleigh-ritz.ts";
import { fixedSource, type NormalSource } from "./start.ts";
import { requireWhich, type Which } from "./which.ts";

/** Options of `blockKrylovSteps`. */
export interface BlockKrylovOptions extends KrylovOptions, SymmetryOptions {
  /** Which end of the spectrum, or both by size; default "largest". */
  readonly which?: Which;
}

/** Where the iteration stands. */
export interface BlockKrylovState {
  /** Passes so far: applications of the operator to a block. */
  readonly passes: number;
  /** Dimension of the space that was searched. */
  readonly dimension: number;
  /** The best `count` Ritz values, best first. */
  readonly values: Float64Array;
  /** |A v - theta v| of each, relative to the largest |theta|. */
  readonly residuals: Float64Array;
  /** Whether all residuals are within the tolerance. */
  readonly converged: boolean;
  /** The Ritz vectors, count x n; to be called before the iteration goes on. */
  vectors(): Matrix;
}

/** With a given start this many passes let the random rows show what the start misses. */
const LEAST_PASSES = 3;

function stateOf(iteration: Iteration, ritz: RitzPairs, final: boolean): BlockKrylovState {
  const { basis, settings, applied, measure } = iteration;
  const { count, tolerance, start } = settings;
  const { passes, unit } = measure;
  const residuals = ritz.residuals.map((residual) => (residual === 0 ? 0 : residual / ritz.size));
  const warm = start !== undefined && passes < LEAST_PASSES && !final;
  const vectors = (): Matrix => {
    const data = new Float64Array(count * basis.n);
    combineRows(basis, ritz.vectors(count), count, applied, data);
    return { rows: count, cols: basis.n, data };
  };
  const converged = !warm && residuals.every((residual) => residual <= tolerance);
  const values = ritz.values.slice(0, count).map((value) => value * unit);
  return { passes, dimension: applied, values, residuals, converged, vectors };
}

function* iterate(
  call: string,
  iteration: Iteration,
  map: RowMap,
  checkSymmetry: boolean,
): Generator<BlockKrylovState, void> {
  const { basis, settings } = iteration;
  const { count, maximumPasses, maximumBasis } = settings;
  let looked = 0;
  for (;;) {
    krylovPass(call, iteration, map, checkSymmetry);
    const { passes } = iteration.measure;
    const exhausted = basis.size === iteration.applied;
    const final = exhausted || passes >= maximumPasses;
    const full = basis.size > maximumBasis;
    const due = isDue(iteration.applied, iteration.remainder.rows, passes - looked);
    if (!final && !full && !(due && iteration.applied >= count)) continue;
    looked = passes;
    const ritz = rayleighRitz(iteration);
    const state = stateOf(iteration, ritz, exhausted);
    yield state;
    if (final || state.converged) return;
    if (full) restart(iteration, ritz);
  }
}

/**
 * The states of block Krylov with Rayleigh-Ritz for the eigenpairs at an end, or at both, of a symmetric operator's spectrum.
 *
 * A block of rows X is multiplied again and again; the eigenpairs of the operator projected on span(X, A X, A^2 X, ...), which
 * block Lanczos with full reorthogonalisation keeps orthonormal, are the Ritz pairs (theta, v). What leaves the space gives their
 * residuals without a further pass. Directions that add nothing are dropped; when none is left the pairs are exact. A full basis
 * is restarted from its best Ritz vectors (thick restart). An operator of any norm will do: beyond 1e100 either way it is scaled by
 * a power of two, which takes a pass more.
 *
 * A state comes after each pass at first, later whenever the space has grown by a sixteenth, and after the last pass. The
 * generator ends when all residuals are within the tolerance, when the space is exhausted, or after `maximumPasses`.
 *
 * @param operator - symmetric, n x n; its `applyBlock` is used where there is one
 * @param options - `count` wanted pairs (1 to n), `which` ("largest" by default, "smallest", "magnitude"), `block`
 *   (default count + 10), `maximumPasses` (200), `tolerance` (1e-8), `maximumBasis`, `start`, `checkSymmetry`, `backend`
 * @param random - a stream of `@onsager/random`, read from its position on, for the start; without it always the same start
 * @throws RangeError for options out of range, and for products that are not finite; TypeError if the operator is not square or
 *   turns out not to be symmetric
 *
 * Sources: G. Golub, R. Underwood, The block Lanczos method for computing eigenvalues (1977); K. Wu, H. Simon, Thick-restart
 * Lanczos method for large symmetric eigenvalue problems (2000); C. Musco, C. Musco, Randomized block Krylov methods (2015).
 */
export function blockKrylovSteps(
  operator: Operator,
  options: BlockKrylovOptions,
  random?: NormalSource,
): Generator<BlockKrylovState, void> {
  return blockKrylov("blockKrylovSteps", operator, options, random);
}

/** The same in the name of the function that was called. */
export function blockKrylov(
  call: string,
  operator: Operator,
  options: BlockKrylovOptions,
  random: NormalSource = fixedSource(),
): Generator<BlockKrylovState, void> {
  requireArguments(call, operator, ["apply"], options, random);
  const { rows, cols } = operator;
  if (rows !== cols) throw new TypeError(`${call}: operator must be square, got ${rows} x ${cols}`);
  const { which = "largest", checkSymmetry = true } = options;
  requireWhich(call, which);
  const settings = krylovSettings(call, rows, rows, 1, options);
  const block = operator.applyBlock?.bind(operator);
  const map = { from: cols, to: rows, one: operator.apply.bind(operator), block };
  return iterate(call, createIteration(rows, settings, which, random), map, checkSymmetry);
}

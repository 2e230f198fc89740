import { requireFunction, requireInteger, requireOptions } from "../argument-checks.ts";
import type { Backend } from "../backend/backend.ts";
import { type BackendOptions, backendOf } from "../backend-options.ts";
import { requireFraction, requireMatrix, requireSize } from "../check.ts";
import type { Matrix } from "../matrix.ts";
import type { Operator } from "../operator.ts";
import type { NormalSource } from "./start.ts";

/** Options that all Krylov methods share. */
export interface KrylovOptions extends BackendOptions {
  /** Number of pairs or triplets wanted, from 1 to the order. */
  readonly count: number;
  /**
   * Vectors that the operator is applied to at once, from 1 to the order. The default, `count` + 10, needs few passes and finds
   * values of multiplicity up to itself; where every vector costs the same, as with a stored matrix, 1 to 4 is faster, and of a
   * value of higher multiplicity than `block` copies may then be missed.
   */
  readonly block?: number;
  /** Passes after which to stop in any case, with at least `count` vectors in all; default 200. */
  readonly maximumPasses?: number;
  /** Residual, relative to the largest value found, at which a pair counts as converged; default 1e-8. */
  readonly tolerance?: number;
  /**
   * Vectors kept at most, at least `count` + 2 `block` or the order: memory is `maximumBasis` times the order. When they are
   * reached the method restarts from the best directions so far. Default: the larger of 12 `block` and 256 (or the least).
   */
  readonly maximumBasis?: number;
  /** Rows to start from, such as directions known from before; random rows fill the block. Default none. */
  readonly start?: Matrix;
}

/** Options of a driver, which runs the steps to their end. */
export interface DriverOptions {
  /** Ends the run between two steps by throwing the signal's reason. */
  readonly signal?: AbortSignal;
}

/** The options with their defaults, checked. */
export interface KrylovSettings {
  readonly backend: Backend;
  readonly count: number;
  readonly block: number;
  readonly maximumPasses: number;
  readonly tolerance: number;
  readonly maximumBasis: number;
  readonly start: Matrix | undefined;
}

const OVERSAMPLING = 10;
const PASSES = 200;
/** Default of `tolerance`. */
export const DEFAULT_TOLERANCE = 1e-8;
const BASIS_BLOCKS = 12;
const BASIS = 256;

/** Requires an operator of whole sizes, with its transpose where it is needed, options, and a source of normals. */
export function requireArguments(
  call: string,
  operator: Operator,
  products: readonly ("apply" | "applyTranspose")[],
  options: KrylovOptions,
  random: NormalSource,
): void {
  for (const name of products) requireFunction(call, `operator.${name}`, operator?.[name]);
  requireSize(call, "operator.rows", operator.rows);
  requireSize(call, "operator.cols", operator.cols);
  requireOptions(call, options);
  requireFunction(call, "random.fillNormal", random?.fillNormal);
}

function requireStart(call: string, start: Matrix, n: number): void {
  requireMatrix(call, "start", start);
  if (start.cols !== n) throw new TypeError(`${call}: start.cols must be ${n}, got ${start.cols}`);
}

/**
 * Checks the options of a Krylov method.
 *
 * @param n - length of the rows the method starts from
 * @param most - largest possible `count`
 * @param passes - passes of a step
 */
export function krylovSettings(
  call: string,
  n: number,
  most: number,
  passes: number,
  options: KrylovOptions,
): KrylovSettings {
  const backend = backendOf(call, options);
  const { count, start, tolerance = DEFAULT_TOLERANCE } = options;
  requireInteger(call, "count", count, 1, most);
  if (start !== undefined) requireStart(call, start, n);
  const { block = Math.min(n, Math.max(count + OVERSAMPLING, start?.rows ?? 1)) } = options;
  requireInteger(call, "block", block, start?.rows ?? 1, n);
  const least = Math.min(n, count + 2 * block);
  const { maximumBasis = Math.min(n, Math.max(BASIS_BLOCKS * block, BASIS, least)) } = options;
  requireInteger(call, "maximumBasis", maximumBasis, least, 2 ** 32 - 1);
  const { maximumPasses = Math.max(PASSES, passes * count) } = options;
  requireInteger(call, "maximumPasses", maximumPasses, passes * Math.ceil(count / block), 2 ** 32 - 1);
  requireFraction(call, "tolerance", tolerance);
  return { backend, count, block, maximumPasses, tolerance, maximumBasis, start };
}

/** Share of the room beyond `count` that is kept at a restart. */
const KEPT = 0.4;

/** Number of best directions that a restart keeps. */
export function keptRows({ count, block, maximumBasis }: KrylovSettings): number {
  return count + Math.floor(KEPT * (maximumBasis - 2 * block - count));
}

/**
 * Whether to look at the Ritz values, which costs the cube of the dimension: when the space has grown by a sixteenth since.
 *
 * @param block - rows of the last step
 * @param steps - steps since the last look
 */
export function isDue(dimension: number, block: number, steps: number): boolean {
  return steps * block * 16 > dimension;
}

import { requireSquare } from "./check.ts";
import type { Floats, Matrix } from "./matrix.ts";

/** Options of functions that take a symmetric matrix. */
export interface SymmetryOptions {
  /** Whether to look at entries below the diagonal to see that the matrix is symmetric; default true. */
  readonly checkSymmetry?: boolean;
}

/** Up to this order all pairs are compared; above it a fixed number a row. */
const SMALL = 256;
const PAIRS_A_ROW = 8;
/** Relative to the largest entry: rounding, not a different matrix. */
const TOLERANCE = 1e-8;

/** The columns of row i that are compared with their mirror images: all to the left, or a few spread over them. */
function* comparedColumns(i: number, n: number): Generator<number> {
  const step = n <= SMALL ? 1 : Math.max(1, Math.floor(i / PAIRS_A_ROW));
  for (let j = i - 1; j >= 0; j -= step) yield j;
}

/**
 * Requires a square matrix that is symmetric as far as a cheap look tells: all pairs up to order 256, about eight a row above.
 *
 * @throws TypeError naming a pair of entries that differ by more than 1e-8 of the largest entry in size
 */
export function requireSymmetric(
  call: string,
  argument: string,
  A: Matrix<Floats>,
  options: SymmetryOptions,
): void {
  requireSquare(call, argument, A);
  if (options.checkSymmetry === false) return;
  const { rows: n, data } = A;
  let largest = 0;
  for (const value of data) largest = Math.max(largest, Math.abs(value));
  for (let i = 1; i < n; i++)
    for (const j of comparedColumns(i, n)) {
      const [lower, upper] = [data[i * n + j]!, data[j * n + i]!];
      if (Math.abs(lower - upper) <= TOLERANCE * largest) continue;
      const pair = `(${i}, ${j}) = ${lower} and (${j}, ${i}) = ${upper}`;
      throw new TypeError(
        `${call}: ${argument} must be symmetric, got ${pair}; checkSymmetry: false skips this check`,
      );
    }
}

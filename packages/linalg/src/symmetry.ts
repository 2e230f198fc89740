import { requireSquare } from "./check.ts";
import type { Floats, Matrix } from "./matrix.ts";
import { largestEntry } from "./scaling.ts";

/** Options of functions that take a symmetric matrix. */
export interface SymmetryOptions {
  /** Whether to look at entries below the diagonal to see that the matrix is symmetric; default true. */
  readonly checkSymmetry?: boolean;
}

/** Up to this order all pairs are compared; above it a fixed number a row. */
const SMALL = 256;
const PAIRS_A_ROW = 8;
/** Relative to the largest entry: rounding in the precision of the storage, not a different matrix. */
const tolerance = (data: Floats): number => (data instanceof Float64Array ? 1e-8 : 1e-4);

/** A pair of entries (i, j) and (j, i) that differ by more than rounding. */
type Pair = readonly [i: number, j: number];

/** The first pair that differs, from the second row on: row i is compared with all to the left, or with a few spread over them. */
function differingPair({ rows: n, data }: Matrix<Floats>): Pair | undefined {
  let largest: number | undefined;
  for (let i = 1; i < n; i++) {
    const step = n <= SMALL ? 1 : Math.max(1, Math.floor(i / PAIRS_A_ROW));
    for (let j = i - 1; j >= 0; j -= step) {
      const [lower, upper] = [data[i * n + j]!, data[j * n + i]!];
      if (lower === upper) continue;
      largest ??= largestEntry(data);
      if (!(Math.abs(lower - upper) <= tolerance(data) * largest)) return [i, j];
    }
  }
  return undefined;
}

/**
 * Requires a square matrix that is symmetric as far as a cheap look tells: all pairs up to order 256, about eight a row above.
 *
 * @throws TypeError naming a pair of entries that differ by more than 1e-8 (f32: 1e-4) of the largest entry in size
 */
export function requireSymmetric(
  call: string,
  argument: string,
  A: Matrix<Floats>,
  options: SymmetryOptions,
): void {
  requireSquare(call, argument, A);
  if (options.checkSymmetry === false) return;
  const [i, j] = differingPair(A) ?? [];
  if (i === undefined || j === undefined) return;
  const [lower, upper] = [A.data[i * A.cols + j], A.data[j * A.cols + i]];
  const pair = `(${i}, ${j}) = ${lower} and (${j}, ${i}) = ${upper}`;
  throw new TypeError(
    `${call}: ${argument} must be symmetric, got ${pair}; checkSymmetry: false skips this check`,
  );
}

import type { Backend } from "../backend/backend.ts";
import { rowMajor, times } from "../products.ts";
import type { Svd } from "./svd.ts";

/** The decomposition X = U^T diag(s) V of rank r, and what of the samples lies outside its space. */
export interface RidgeBasis {
  readonly s: Float64Array;
  /** r x n. */
  readonly U: Float64Array;
  /** r x m. */
  readonly V: Float64Array;
  /** U y. */
  readonly coefficients: Float64Array;
  /** y - U^T U y. */
  readonly outside: Float64Array;
  /** 1 - sum_j U_ji^2, minus 1/n with an intercept. */
  readonly freedom: Float64Array;
}

/** Number of singular values that are not rounding. */
function numericalRank({ values, left, right }: Svd): number {
  const least = Math.max(left.cols, right.cols) * Number.EPSILON * values[0]!;
  const rank = values.findIndex((value) => !(value > least));
  return rank < 0 ? values.length : rank;
}

/**
 * The basis of centred samples and their responses. If the samples have no freedom left, both parts outside are exactly zero, and not
 * what rounding makes of them.
 */
export function basisOf(backend: Backend, svd: Svd, y: Float64Array, intercept: boolean): RidgeBasis {
  const n = y.length;
  const r = numericalRank(svd);
  const U = svd.left.data.subarray(0, r * n);
  const coefficients = times(backend, [r, n, 1], rowMajor(U, n), rowMajor(y, 1));
  const full = r + (intercept ? 1 : 0) >= n;
  const outside = full ? new Float64Array(n) : y.slice();
  const freedom = new Float64Array(n).fill(full ? 0 : 1 - (intercept ? 1 / n : 0));
  for (let j = 0; j < r && !full; j++)
    for (let i = 0; i < n; i++) {
      outside[i]! -= U[j * n + i]! * coefficients[j]!;
      freedom[i]! -= U[j * n + i]! ** 2;
    }
  const V = svd.right.data.subarray(0, r * svd.right.cols);
  return { s: svd.values.subarray(0, r), U, V, coefficients, outside, freedom };
}

/** P x r: a number for each penalty and singular value j. */
export function table(
  penalties: Float64Array,
  r: number,
  entry: (penalty: number, j: number) => number,
): Float64Array {
  return Float64Array.from({ length: penalties.length * r }, (_, at) =>
    entry(penalties[Math.floor(at / r)]!, at % r),
  );
}

/** Leave-one-out errors, P x n: (y - fit)_i / (1 - leverage_i), both as sums over what ridge takes off, free of cancellation. */
export function leaveOneOutErrors(
  backend: Backend,
  basis: RidgeBasis,
  penalties: Float64Array,
): Float64Array {
  const { s, U, coefficients, outside, freedom } = basis;
  const [P, r, n] = [penalties.length, s.length, outside.length];
  // penalty / (s^2 + penalty), whose square may over- or underflow.
  const shrink = (penalty: number, j: number): number => 1 / (1 + (s[j]! / penalty) * s[j]!);
  const kept = table(penalties, r, shrink);
  const weighted = table(penalties, r, (penalty, j) => shrink(penalty, j) * coefficients[j]!);
  const squares = rowMajor(
    U.map((value) => value * value),
    n,
  );
  const residuals = times(backend, [P, r, n], rowMajor(weighted, r), rowMajor(U, n));
  const rests = times(backend, [P, r, n], rowMajor(kept, r), squares);
  return residuals.map(
    (value, at) => (value + outside[at % n]!) / (rests[at]! + Math.max(freedom[at % n]!, 0)),
  );
}

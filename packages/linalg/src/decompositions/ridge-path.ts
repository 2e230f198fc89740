import {
  reject,
  rejectKind,
  requireFiniteArray,
  requireLength,
  requirePositive,
} from "../argument-checks.ts";
import { type BackendOptions, backendOf } from "../backend-options.ts";
import { requireMatrix } from "../check.ts";
import type { Convergence } from "../convergence.ts";
import type { Floats, Matrix } from "../matrix.ts";
import { rowMajor, times } from "../products.ts";
import { dividedBy, moderatingScale, timesScale } from "../scaling.ts";
import { basisOf, leaveOneOutErrors, table } from "./ridge-basis.ts";
import { svdOf } from "./svd.ts";

/** Options of `ridgePath`. */
export interface RidgePathOptions extends BackendOptions {
  /** Fit an intercept b, which is not penalised; default true. */
  readonly intercept?: boolean;
}

/** Ridge fits for P penalties. */
export interface RidgePath {
  /** P x m: row p holds the weights for penalty p. */
  readonly weights: Matrix;
  /** P intercepts; zeros without `intercept`. */
  readonly intercepts: Float64Array;
  /** P x n: entry (p, i) is y_i minus its prediction by the fit to all samples but i. */
  readonly leaveOneOutErrors: Matrix;
  /** P means of the squared leave-one-out errors; infinite or zero where these exceed the range of numbers, which `best` does not mind. */
  readonly leaveOneOut: Float64Array;
  /** Index of the penalty with the least of them; the first of several. */
  readonly best: number;
  /** Of the singular value decomposition. */
  readonly convergence: Convergence;
}

/** Data with their means taken off. */
interface Centred {
  readonly X: Matrix;
  readonly y: Float64Array;
  readonly meanX: Float64Array;
  readonly meanY: number;
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Data minus their means, or minus zeros. */
function centred({ rows: n, cols: m, data }: Matrix<Floats>, y: Float64Array, intercept: boolean): Centred {
  const meanX = new Float64Array(m);
  const meanY = intercept ? mean(y) : 0;
  const X = new Float64Array(data);
  if (intercept) {
    for (let i = 0; i < X.length; i++) meanX[i % m]! += X[i]! / n;
    for (let i = 0; i < X.length; i++) X[i]! -= meanX[i % m]!;
  }
  return { X: { rows: n, cols: m, data: X }, y: y.map((value) => value - meanY), meanX, meanY };
}

/** Requires a Float64Array, as the products take no other kind beside the features. */
function requireDoubles(argument: string, values: Float64Array): void {
  if (!(values instanceof Float64Array)) rejectKind("ridgePath", argument, "be a Float64Array", values);
}

function requirePenalties(penalties: Float64Array): void {
  requireDoubles("penalties", penalties);
  if (penalties.length === 0) throw new TypeError("ridgePath: penalties must have at least one entry, got 0");
  for (const [p, penalty] of penalties.entries()) requirePositive("ridgePath", `penalties[${p}]`, penalty);
}

/** Checks all arguments. */
function requireProblem(
  X: Matrix<Floats>,
  y: Float64Array,
  penalties: Float64Array,
  intercept: boolean,
): void {
  requireMatrix("ridgePath", "X", X);
  requireDoubles("y", y);
  requireLength("ridgePath", "y", y.length, X.rows, "X.rows");
  requireFiniteArray("ridgePath", "y", y);
  if (intercept && X.rows < 2) reject("ridgePath", "X.rows", "be at least 2 for an intercept", X.rows);
  requirePenalties(penalties);
}

/**
 * Ridge regression for many penalties from one singular value decomposition, with exact leave-one-out errors:
 * min over w and b of sum_i (y_i - b - x_i . w)^2 + alpha |w|^2 (a sum, not a mean; b is not penalised). With the centred X = U S V^T,
 * w = V diag(s / (s^2 + alpha)) U^T y, b = mean(y) - mean(X) . w, and the error of sample i when it is left out is
 * (y - fit)_i / (1 - h_i), h_i = 1/n + sum_j U_ij^2 s_j^2 / (s_j^2 + alpha); the 1/n is the intercept's leverage.
 * If X was itself fitted to y these errors are too small: choose alpha by samples held out.
 *
 * @param X - n x m, one sample a row; f32 entries are computed with in f64
 * @param y - n responses
 * @param penalties - P values alpha > 0
 * @param options - `intercept` (default true), `backend`
 * @returns weights (P x m), intercepts, leave-one-out errors (P x n) and their mean squares, and the index of the best penalty
 * @throws TypeError for shapes that do not fit or another kind of array; RangeError for NaN or infinite entries, penalties that are not
 *   positive, or one sample with an intercept
 *
 * Source: T. Hastie, R. Tibshirani, J. Friedman, The elements of statistical learning (2009), section 7.10.1 and equation 3.47.
 */
export function ridgePath(
  X: Matrix<Floats>,
  y: Float64Array,
  penalties: Float64Array,
  options: RidgePathOptions = {},
): RidgePath {
  const backend = backendOf("ridgePath", options);
  const { intercept = true } = options;
  requireProblem(X, y, penalties, intercept);
  const scale = moderatingScale(y);
  const data = centred(X, dividedBy(y, scale), intercept);
  const svd = svdOf(backend, data.X);
  const basis = basisOf(backend, svd, data.y, intercept);
  const { s, V, coefficients } = basis;
  const [P, r, n, m] = [penalties.length, s.length, X.rows, X.cols];
  // Not s / (s^2 + penalty), whose square may over- or underflow.
  const factors = table(penalties, r, (penalty, j) => coefficients[j]! / (s[j]! + penalty / s[j]!));
  const weights = times(backend, [P, r, m], rowMajor(factors, r), rowMajor(V, m));
  const offsets = times(backend, [P, m, 1], rowMajor(weights, m), rowMajor(data.meanX, 1));
  const intercepts = offsets.map((offset) => data.meanY - offset);
  const errors = leaveOneOutErrors(backend, basis, penalties);
  const leaveOneOut = Float64Array.from(penalties, (_, p) =>
    mean(errors.subarray(p * n, (p + 1) * n).map((error) => error * error)),
  );
  return {
    weights: { rows: P, cols: m, data: timesScale(weights, scale) },
    intercepts: timesScale(intercepts, scale),
    leaveOneOutErrors: { rows: P, cols: n, data: timesScale(errors, scale) },
    leaveOneOut: leaveOneOut.map((square) => square * scale * scale),
    best: leaveOneOut.indexOf(leaveOneOut.reduce((least, value) => Math.min(least, value))),
    convergence: svd.convergence,
  };
}

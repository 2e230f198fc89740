import {
  reject,
  requireFiniteArray,
  requireInteger,
  requireLength,
  requireOptions,
  requirePositive,
} from "../argument-checks.ts";
import { marchenkoPastur } from "../laws/marchenko-pastur.ts";
import { type ShrinkageLoss, shrinkages } from "./shrinkages.ts";

/** Options of `shrinkMatrix`. */
export interface ShrinkageOptions {
  /** The loss that is minimised: the norm of the error X_hat - X; default "frobenius". */
  readonly loss?: ShrinkageLoss;
  /** sigma > 0, the standard deviation of the noise; by default estimated from the median singular value. */
  readonly noise?: number;
}

/** Options of `shrinkSingularValues`. */
export interface ShrinkSingularValuesOptions extends ShrinkageOptions {
  /** m, rows of the matrix. */
  readonly rows: number;
  /** n, columns of the matrix. */
  readonly cols: number;
}

/** Singular values after shrinkage. */
export interface ShrunkSingularValues {
  /** As many as given, in the order given; 0 for those that noise explains. */
  readonly values: Float64Array;
  /** sigma, as given or estimated. */
  readonly noise: number;
  /** Number of values that are not 0. */
  readonly rank: number;
}

/** The middle of the values, the mean of two where their number is even. */
function median(values: Float64Array): number {
  const sorted = values.toSorted();
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
}

/** y_med/sqrt(n mu), mu the median of the Marchenko-Pastur law of ratio m/n <= 1. */
function estimatedNoise(values: Float64Array, ratio: number, longer: number): number {
  return median(values) / Math.sqrt(longer * marchenkoPastur({ ratio, variance: 1 }).quantile(0.5));
}

/**
 * Optimal shrinkage of the singular values of Y = X + sigma Z, m x n, X of low rank and Z of independent entries of unit variance: of
 * all functions of single singular values the one of least asymptotic loss. With n the longer side, beta = m/n and y in units of
 * sigma sqrt(n), values up to 1 + sqrt(beta) become 0. Larger ones become, with the signal x^2 = (y^2 - beta - 1 +
 * sqrt((y^2 - beta - 1)^2 - 4 beta))/2 behind y, `frobenius` sqrt((y^2 - beta - 1)^2 - 4 beta)/y, `operator` x, and `nuclear`
 * (x^4 - beta - sqrt(beta) x y)/(x^2 y) or 0 where that is negative.
 *
 * @param values - the min(m, n) singular values of Y, >= 0
 * @param options - `rows`, `cols`; `loss` (default "frobenius"), `noise` (default sigma = median/sqrt(n mu_beta), mu_beta the median of
 *   the Marchenko-Pastur law of ratio beta)
 * @throws RangeError or TypeError if sizes do not fit, a value is negative or not finite, or the noise not positive
 *
 * @example
 * shrinkSingularValues(svd(Y).values, { rows: 100, cols: 200, loss: "operator" }).values;
 *
 * @see M. Gavish, D. Donoho, Optimal shrinkage of singular values (2017), equations 7 and 8, and section on unknown noise.
 */
export function shrinkSingularValues(
  values: Float64Array,
  options: ShrinkSingularValuesOptions,
): ShrunkSingularValues {
  requireOptions("shrinkSingularValues", options);
  const { rows, cols } = options;
  requireInteger("shrinkSingularValues", "rows", rows, 1, 2 ** 32 - 1);
  requireInteger("shrinkSingularValues", "cols", cols, 1, 2 ** 32 - 1);
  requireSingularValues(values, Math.min(rows, cols));
  requireShrinkage("shrinkSingularValues", options);
  return shrink("shrinkSingularValues", values, options);
}

/** Requires a loss that exists and a noise that is positive, if they are said. */
export function requireShrinkage(call: string, { loss = "frobenius", noise }: ShrinkageOptions): void {
  if (!Object.hasOwn(shrinkages, loss))
    reject(call, "loss", `be one of ${Object.keys(shrinkages).join(", ")}`, loss);
  if (noise !== undefined) requirePositive(call, "noise", noise);
}

/** `shrinkSingularValues` by the name in its message, of arguments that have been checked. */
export function shrink(
  call: string,
  values: Float64Array,
  { rows, cols, loss = "frobenius", noise: known }: ShrinkSingularValuesOptions,
): ShrunkSingularValues {
  const [shorter, longer] = rows < cols ? [rows, cols] : [cols, rows];
  const ratio = shorter / longer;
  const noise = known ?? estimatedNoise(values, ratio, longer);
  if (!(noise > 0)) reject(call, "the median singular value", "be positive where no noise is given", noise);
  const unit = noise * Math.sqrt(longer);
  const edge = 1 + Math.sqrt(ratio);
  const shrunk = values.map((value) => {
    const y = value / unit;
    return y > edge ? unit * shrinkages[loss](y, ratio) : 0;
  });
  return { values: shrunk, noise, rank: shrunk.reduce((count, value) => count + (value > 0 ? 1 : 0), 0) };
}

function requireSingularValues(values: Float64Array, wanted: number): void {
  requireFiniteArray("shrinkSingularValues", "values", values);
  requireLength("shrinkSingularValues", "values", values.length, wanted, "min(rows, cols)");
  const negative = values.findIndex((value) => value < 0);
  if (negative >= 0) reject("shrinkSingularValues", `values[${negative}]`, "be at least 0", values[negative]);
}

import { prepare, singularValues, symmetricEigenvalues, topEigen, topSvd } from "@onsager/linalg";
import {
  reject,
  rejectKind,
  requireFiniteArray,
  requireInteger,
  requireOptions,
} from "../argument-checks.ts";
import type { MatrixData } from "../models.ts";
import { marchenkoPasturMedian } from "./marchenko-pastur-median.ts";

/** Options of `bulkVariance`. */
export interface BulkVarianceOptions {
  /** Whether the matrix is a Wigner observation, symmetric with zeros on the diagonal; default false. */
  readonly symmetric?: boolean;
  /** `median` (default): of the whole spectrum. `edge`: of the largest values alone, by products, for large matrices. */
  readonly method?: "median" | "edge";
  /** Spikes that may stand above the edge, for `edge`; default 1. */
  readonly rank?: number;
}

const call = "bulkVariance";
/** Median of |x| under the semicircle law on [-1, 1]: x sqrt(1 - x^2) + arcsin x = pi/4. */
const semicircleMedian = 0.4039727532995172;
/** The mean of the Tracy-Widom law of beta = 1. */
const tracyWidomMean = -1.206533574582;

/**
 * The noise variance D of a matrix sqrt(D) Z + a few spikes, from the bulk of its spectrum: the median of |eigenvalue| is that of the
 * semicircle law, 0.404 sqrt(4 N D), the median squared singular value max(N_1, N_2) D times that of the Marchenko-Pastur law; or the
 * first value below `rank` spikes is the edge, with its Tracy-Widom mean. Relative errors: 1/N by the median, N^{-2/3} by the edge.
 *
 * @param Y - the matrix, finite; at least 2 x 2, symmetric where that is said
 * @param options - `symmetric`, `method`, `rank`
 * @throws RangeError or TypeError when an argument is not as described
 * @see Gavish and Donoho, The optimal hard threshold for singular values is 4/sqrt(3), IEEE Transactions on Information Theory 60 (2014);
 *   Johnstone, On the distribution of the largest eigenvalue in principal components analysis (2001)
 */
export function bulkVariance(Y: MatrixData, options: BulkVarianceOptions = {}): number {
  requireOptions(call, options);
  const { symmetric = false, method = "median", rank = 1 } = options;
  requireFiniteArray(call, "Y.data", Y.data);
  requireInteger(call, "Y.rows", Y.rows, 2, Number.MAX_SAFE_INTEGER);
  requireInteger(call, "Y.cols", Y.cols, 2, Number.MAX_SAFE_INTEGER);
  if (symmetric && Y.rows !== Y.cols) rejectKind(call, "Y", "be square where it is symmetric", Y.cols);
  requireInteger(call, "rank", rank, 0, Math.min(Y.rows, Y.cols) - 1);
  if (method === "median") return symmetric ? wignerMedian(Y) : rectangularMedian(Y);
  if (method === "edge") return symmetric ? wignerEdge(Y, rank) : rectangularEdge(Y, rank);
  return reject(call, "method", 'be "median" or "edge"', method);
}

function wignerMedian(Y: MatrixData): number {
  const sizes = symmetricEigenvalues(Y).values.map(Math.abs);
  return (median(sizes) / semicircleMedian) ** 2 / (4 * Y.rows);
}

function rectangularMedian(Y: MatrixData): number {
  const squares = singularValues(Y).values.map((value) => value * value);
  const most = Math.max(Y.rows, Y.cols);
  return median(squares) / (most * marchenkoPasturMedian(Math.min(Y.rows, Y.cols) / most));
}

function median(values: Float64Array): number {
  const sorted = values.toSorted();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The largest eigenvalue of GOE noise: sqrt(D N)(2 + TW N^{-2/3}). */
function wignerEdge(Y: MatrixData, rank: number): number {
  using operator = prepare(Y, { symmetric: true });
  const edge = topEigen(operator, { count: rank + 1 }).values[rank]!;
  const N = Y.rows;
  return (edge / (2 + tracyWidomMean * N ** (-2 / 3))) ** 2 / N;
}

/** The largest squared singular value of noise: D (mu + sigma TW), mu = (sqrt(n - 1) + sqrt(p))^2. */
function rectangularEdge(Y: MatrixData, rank: number): number {
  using operator = prepare(Y);
  const edge = topSvd(operator, { count: rank + 1 }).values[rank]!;
  const [n, p] = [Math.sqrt(Y.rows - 1), Math.sqrt(Y.cols)];
  const spread = (n + p) * Math.cbrt(1 / n + 1 / p);
  return (edge * edge) / ((n + p) ** 2 + spread * tracyWidomMean);
}

import { gemm, type Matrix, symmetricEigenvalues, weightedGram } from "@onsager/linalg";
import { reject, rejectKind, requireFiniteArray, requireInteger, requireLength } from "../argument-checks.ts";
import { requireMatrix } from "../require-matrix.ts";

/** The spectrum of a sample covariance, with the sizes that its limit depends on. */
export interface CovarianceSpectrum {
  /** The min(n, d) largest eigenvalues of X^T X/n, in decreasing order; the others are 0. */
  readonly eigenvalues: Float64Array;
  /** n, the rows of X. */
  readonly samples: number;
  /** d, the columns of X. */
  readonly dimension: number;
}

/**
 * The eigenvalues of the sample covariance X^T X/n of data whose columns have mean zero: what `fitMarchenkoPastur` and
 * `significantComponents` read. They come from the smaller of X^T X and X X^T.
 *
 * @param X - n x d, one sample a row, not centred here
 * @throws TypeError or RangeError if X is no matrix of finite entries, or empty
 */
export function covarianceSpectrum(X: Matrix<Float64Array | Float32Array>): CovarianceSpectrum {
  requireMatrix("covarianceSpectrum", "X", X);
  const Y: Matrix = { rows: X.rows, cols: X.cols, data: Float64Array.from(X.data) };
  const alpha = 1 / X.rows;
  const gram = X.rows < X.cols ? gemm(Y, Y, { transposeB: true, alpha }) : weightedGram(Y, { alpha });
  const { values } = symmetricEigenvalues(gram, { checkSymmetry: false });
  const eigenvalues = values.map((value) => Math.max(value, 0)).reverse();
  return { eigenvalues, samples: X.rows, dimension: X.cols };
}

/** Requires min(n, d) eigenvalues in decreasing order. */
export function requireCovarianceSpectrum(call: string, spectrum: CovarianceSpectrum): void {
  const { eigenvalues, samples, dimension } = spectrum ?? {};
  requireFiniteArray(call, "spectrum.eigenvalues", eigenvalues);
  requireInteger(call, "spectrum.samples", samples, 1, 2 ** 32 - 1);
  requireInteger(call, "spectrum.dimension", dimension, 1, 2 ** 32 - 1);
  const wanted = Math.min(samples, dimension);
  requireLength(call, "spectrum.eigenvalues", eigenvalues.length, wanted, "min(samples, dimension)");
  for (let i = 0; i < wanted; i++) {
    const [before, value] = [eigenvalues[i - 1] ?? Infinity, eigenvalues[i]!];
    if (value < 0) reject(call, `spectrum.eigenvalues[${i}]`, "be at least 0", value);
    if (value > before) rejectKind(call, "spectrum.eigenvalues", "decrease", `${before} before ${value}`);
  }
}

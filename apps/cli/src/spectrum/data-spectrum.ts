import type { Matrix } from "@onsager/linalg";
import {
  covarianceSpectrum,
  fitMarchenkoPastur,
  marchenkoPastur,
  rectangularOutlier,
  type ShrinkageLoss,
  shrinkMatrix,
  shrinkSingularValues,
  significantComponents,
} from "@onsager/random-matrices";
import type { Component, SpectrumReport } from "./spectrum.ts";

/** How a spectrum is read. */
export interface SpectrumSettings {
  /** Variance of the noise; fitted where it is undefined. */
  readonly variance: number | undefined;
  /** Probability of a false component. */
  readonly level: number;
  /** The norm in which the shrunk matrix is best. */
  readonly loss: ShrinkageLoss;
}

/**
 * The spectrum of data X = sqrt(D) Z + sum_k s_k u_k v_k^T/sqrt(n), samples in rows, columns of mean zero.
 *
 * @param X - n x d
 * @param settings - noise, level and loss
 */
export function dataSpectrum(X: Matrix, { variance, level, loss }: SpectrumSettings): SpectrumReport {
  const { rows, cols } = X;
  const spectrum = covarianceSpectrum(X);
  const { count, tested } = significantComponents(spectrum, { level, ...(variance && { variance }) });
  const fit = fitMarchenkoPastur(spectrum, { spikes: count });
  const noise = variance ?? fit.variance;
  const signals = signalValues(spectrum.eigenvalues.slice(0, count), rows, cols, noise);
  const components = tested.slice(0, count).map(({ eigenvalue, pValue }, k): Component => {
    const spike = signals[k]! / Math.sqrt(cols);
    const { left, right } = rectangularOutlier({ variance: noise, ratio: cols / rows, spike });
    return {
      eigenvalue,
      spike,
      squaredOverlaps: { rows: left.squaredOverlap, columns: right.squaredOverlap },
      pValue,
    };
  });
  return {
    kind: "data",
    rows,
    cols,
    noise,
    eigenvalues: spectrum.eigenvalues,
    law: variance === undefined ? fit.law : marchenkoPastur({ ratio: cols / rows, variance }),
    distance: fit.distance,
    components,
    shrunk: shrinkMatrix(X, { loss, noise: Math.sqrt(noise) }).matrix,
  };
}

/** The singular values of the signal behind those of the data. */
function signalValues(eigenvalues: Float64Array, rows: number, cols: number, noise: number): Float64Array {
  const all = new Float64Array(Math.min(rows, cols));
  all.set(eigenvalues.map((value) => Math.sqrt(value * rows)));
  return shrinkSingularValues(all, { rows, cols, loss: "operator", noise: Math.sqrt(noise) }).values;
}

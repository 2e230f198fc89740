import { bulkVariance } from "@onsager/amp";
import { gemm, type Matrix, symmetricEigen } from "@onsager/linalg";
import { kolmogorovDistance, semicircle, tracyWidom, wignerOutlier } from "@onsager/random-matrices";
import type { SpectrumSettings } from "./data-spectrum.ts";
import type { Component, SpectrumReport } from "./spectrum.ts";

/**
 * The spectrum of a symmetric matrix Y = sqrt(D) Z + sum_k s_k x_k x_k^T/sqrt(N), |x_k|^2 = N, from Y/sqrt(N): noise makes a semicircle
 * up to 2 sqrt(D), a spike of s > sqrt(D) an eigenvalue s + D/s whose vector has squared overlap 1 - D/s^2 with its own.
 *
 * @param Y - symmetric
 * @param settings - noise, level and loss; eigenvalues are shrunk to what is best in the Frobenius (s (1 - D/s^2)) or operator norm (s)
 */
export function symmetricSpectrum(Y: Matrix, { variance, level, loss }: SpectrumSettings): SpectrumReport {
  const N = Y.rows;
  const noise = variance ?? bulkVariance(Y, { symmetric: true });
  const { values, vectors } = symmetricEigen(Y);
  const scaled = values.map((value) => value / Math.sqrt(N));
  const outliers = [...scaled]
    .map((value, index) => ({ value, index }))
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const found = outliers.slice(0, significant(outliers, N, noise, level));
  const components = found.map(({ value }) => componentOf(value, N, noise));
  const bulk = scaled.filter((_, index) => !found.some((outlier) => outlier.index === index));
  const law = semicircle({ variance: noise });
  const weights = found.map(({ value }, k) => {
    const { spike, squaredOverlaps } = components[k]!;
    return (
      Math.sign(value) *
      Math.sqrt(N) *
      (loss === "operator" ? Math.abs(spike) : Math.abs(spike) * squaredOverlaps.vector!)
    );
  });
  return {
    kind: "symmetric",
    rows: N,
    cols: N,
    noise,
    eigenvalues: scaled.slice().reverse(),
    law,
    distance: kolmogorovDistance(bulk, law),
    components,
    shrunk: weightedSum(
      vectors,
      found.map(({ index }) => index),
      weights,
    ),
  };
}

/** Probability that the largest eigenvalue of noise on this side is beyond a value. */
function pValueOf(value: number, N: number, noise: number): number {
  return tracyWidom({ beta: 1 }).survival((Math.abs(value) / Math.sqrt(noise) - 2) * N ** (2 / 3));
}

function significant(
  outliers: readonly { value: number }[],
  N: number,
  noise: number,
  level: number,
): number {
  const first = outliers.findIndex(({ value }) => !(2 * pValueOf(value, N, noise) <= level));
  return first < 0 ? outliers.length : first;
}

function componentOf(value: number, N: number, noise: number): Component {
  const size = Math.abs(value);
  const spike = (size + Math.sqrt(size * size - 4 * noise)) / 2;
  const { squaredOverlap } = wignerOutlier({ variance: noise, spike });
  const pValue = Math.min(1, 2 * pValueOf(value, N, noise));
  return {
    eigenvalue: value,
    spike: Math.sign(value) * spike,
    squaredOverlaps: { vector: squaredOverlap },
    pValue,
  };
}

/** sum_k w_k v_k v_k^T over some of the rows of V. */
function weightedSum({ cols, data }: Matrix, rows: readonly number[], weights: readonly number[]): Matrix {
  if (rows.length === 0) return { rows: cols, cols, data: new Float64Array(cols * cols) };
  const plain = new Float64Array(rows.length * cols);
  for (const [k, row] of rows.entries()) plain.set(data.subarray(row * cols, (row + 1) * cols), k * cols);
  const scaled = plain.map((value, at) => value * weights[Math.floor(at / cols)]!);
  const size = { rows: rows.length, cols };
  return gemm({ ...size, data: scaled }, { ...size, data: plain }, { transposeA: true });
}

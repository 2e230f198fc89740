// The comparison of science/hierarchical-targets.md 2.2: d = 40, m = 820 features, p = 6 directions, n = 6998 Gaussian samples, soft
// labels; the distance 1 - |V V_exact^T|^2/p after a number of data passes, mean of 5 starts. The samples are ours, so the gap of
// the spectrum and with it the distances are the published ones up to a factor.

import { stream } from "@onsager/random";
import { expect, test } from "vitest";
import {
  blockKrylovSteps,
  gemm,
  type Matrix,
  streamedGram,
  subspaceOverlap,
  symmetricEigen,
  topEigen,
  weightedGram,
} from "../../src/index.ts";
import { largestDifference } from "../backends.ts";
import { blockwise, frame } from "./operators.ts";

const [d, p, n, gamma] = [40, 6, 6998, 0.4];
const m = (d * (d + 1)) / 2;

/** y/(s + |y|), standardised before and after. */
function softLabels(raw: Float64Array): Float64Array {
  const standardised = (y: Float64Array): Float64Array => {
    const mean = y.reduce((sum, value) => sum + value, 0) / n;
    const variance = y.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n;
    return y.map((value) => (value - mean) / Math.sqrt(variance));
  };
  return standardised(standardised(raw).map((value) => value / (1 + Math.abs(value))));
}

/** C = (1/n) sum_mu y_mu (z_mu z_mu^T - I) for samples z ~ N(0, I_m) and soft labels of sum_i b_i (h_i^2 - 1), h = A z, b_i ~ +-i^-gamma. */
function problem(seed: number) {
  const features = { rows: n, cols: m, data: new Float64Array(n * m) };
  stream(seed).split("features").fillNormal(features.data);
  const hidden = gemm(features, frame("directions", p, m), { transposeB: true });
  const signs = [1, -1, -1, 1, 1, -1];
  const raw = Float64Array.from({ length: n }, (_, mu) =>
    signs.reduce((sum, sign, i) => sum + sign * (i + 1) ** -gamma * (hidden.data[mu * p + i]! ** 2 - 1), 0),
  );
  const weights = softLabels(raw);
  const C = weightedGram(features, { weights, alpha: 1 / n });
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / n;
  for (let i = 0; i < m; i++) C.data[i * (m + 1)]! -= mean;
  return { features, weights, C };
}

/** The p eigenvectors of largest size. */
function exactSpace(C: Matrix): Matrix {
  const { values, vectors } = symmetricEigen(C);
  const order = Array.from(values.keys()).sort((i, j) => Math.abs(values[j]!) - Math.abs(values[i]!));
  const data = new Float64Array(p * m);
  for (const [to, from] of order.slice(0, p).entries())
    data.set(vectors.data.subarray(from * m, (from + 1) * m), to * m);
  return { rows: p, cols: m, data };
}

/** Mean distances of 5 starts after each pass, with a block of p + oversampling. */
function distances(C: Matrix, V: Matrix, oversampling: number, passes: number): number[] {
  const sums = new Array<number>(passes + 1).fill(0);
  for (let start = 0; start < 5; start++) {
    const options = {
      count: p,
      which: "magnitude",
      block: p + oversampling,
      maximumPasses: passes,
      tolerance: 0,
    } as const;
    for (const state of blockKrylovSteps(blockwise(C), options, stream(start)))
      sums[state.passes]! += (1 - subspaceOverlap(state.vectors(), V)) / 5;
  }
  return sums;
}

const seeds = [1, 2, 3];

/** Geometric mean over the problems. */
function typical(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}

test.each([
  [10, { 6: 1.3e-1, 8: 1.8e-2, 10: 2e-3, 14: 9.5e-6 }],
  [4, { 8: 6e-2, 10: 1.3e-2, 14: 2e-4 }],
  [0, { 8: 1.7e-1, 10: 6.7e-2, 14: 2.3e-3 }],
])(
  "block p + %i comes as near as published after as many passes, within a factor 3",
  (oversampling, published) => {
    const measured = seeds.map((seed) => {
      const { C } = problem(seed);
      return distances(C, exactSpace(C), oversampling, 14);
    });
    for (const [passes, wanted] of Object.entries(published)) {
      const ratio = typical(measured.map((sums) => sums[Number(passes)]!)) / wanted;
      expect(ratio, `${passes} passes`).toBeGreaterThan(1 / 3);
      expect(ratio, `${passes} passes`).toBeLessThan(3);
    }
  },
);

test("streamed over batches it is the same iteration, and no matrix is stored", () => {
  const { features, weights, C } = problem(1);
  const rows = 2048;
  function* batches() {
    for (let start = 0; start < n; start += rows) {
      const end = Math.min(start + rows, n);
      const data = features.data.subarray(start * m, end * m);
      yield { X: { rows: end - start, cols: m, data }, weights: weights.subarray(start, end) };
    }
  }
  const operator = streamedGram({ [Symbol.iterator]: batches }, { dimension: m, subtractIdentity: true });
  const options = { count: p, which: "magnitude", block: p + 10, maximumPasses: 10, tolerance: 0 } as const;
  const streamed = topEigen(operator, options, stream(1));
  const stored = topEigen(blockwise(C), options, stream(1));
  expect(streamed.passes).toBe(10);
  expect(largestDifference(streamed.values, stored.values)).toBeLessThan(1e-12);
  expect(1 - subspaceOverlap(streamed.vectors, stored.vectors)).toBeLessThan(1e-10);
});

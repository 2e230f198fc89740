import { describe, expect, test } from "vitest";
import {
  hermiteFeatures,
  streamedGram,
  topEigen,
  type WeightedBatch,
  weightedGram,
} from "../../src/index.ts";
import { comparedBackends, gaussianMatrix, largestDifference, reference } from "../backends.ts";

/** Sizes around panels of 4 samples and tiles of 4 vectors, and more samples than are worked on together. */
const cases = [
  { samples: 1, dimension: 1, vectors: 1 },
  { samples: 3, dimension: 2, vectors: 5 },
  { samples: 4, dimension: 3, vectors: 4 },
  { samples: 5, dimension: 4, vectors: 2 },
  { samples: 17, dimension: 5, vectors: 8 },
  { samples: 70, dimension: 9, vectors: 9 },
  { samples: 301, dimension: 12, vectors: 3 },
] as const;

function batch(samples: number, dimension: number): WeightedBatch {
  return { X: gaussianMatrix("X", samples, dimension), weights: gaussianMatrix("w", samples, 1).data };
}

describe.each(comparedBackends())("$name ($detail)", (backend) => {
  test.each(cases)(
    "the Gram operator of Hermite features adds what the reference does: %o",
    ({ samples, dimension, vectors }) => {
      const { X, weights } = batch(samples, dimension);
      for (const order of [2, 3] as const) {
        const size = hermiteFeatures(X, order).cols;
        const V = gaussianMatrix("V", vectors, size);
        const [got, expected] = [gaussianMatrix("out", vectors, size), gaussianMatrix("out", vectors, size)];
        backend.addHermiteGram(X, weights, order, V, got);
        reference.addHermiteGram(X, weights, order, V, expected);
        const scale = expected.data.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
        expect(largestDifference(got.data, expected.data)).toBeLessThan(1e-14 * samples * scale);
      }
    },
  );

  test("a pass over batches of features is the product with the stored matrix, without the identity too", () => {
    const [samples, dimension] = [200, 7];
    const { X, weights } = batch(samples, dimension);
    const batches = [0, 90, 91, 200].slice(0, -1).map((start, i) => {
      const end = [90, 91, 200][i]!;
      const data = X.data.subarray(start * dimension, end * dimension);
      return { X: { rows: end - start, cols: dimension, data }, weights: weights.subarray(start, end) };
    });
    const mean = weights.reduce((sum, weight) => sum + weight, 0) / samples;
    for (const order of [2, 3] as const)
      for (const subtractIdentity of [false, true]) {
        const A = weightedGram(hermiteFeatures(X, order), { weights, alpha: 1 / samples });
        if (subtractIdentity) for (let i = 0; i < A.rows; i++) A.data[i * (A.rows + 1)]! -= mean;
        const operator = streamedGram(batches, { dimension, order, subtractIdentity, backend });
        expect([operator.rows, operator.cols]).toEqual([A.rows, A.rows]);
        const [x, out] = [gaussianMatrix("x", 1, A.rows).data, new Float64Array(A.rows)];
        operator.apply(x, out);
        const expected = out.map((_, i) =>
          x.reduce((sum, value, j) => sum + A.data[i * A.rows + j]! * value, 0),
        );
        expect(largestDifference(out, expected)).toBeLessThan(1e-13 * A.rows);
      }
  });
});

test("the label's direction is the top eigenvector of its Hermite moment", () => {
  // y = h_2(x_0) has E[y (z z^T - I)] with the largest eigenvalue E[h_2^3] = 2 sqrt(2) at the feature h_2(x_0) itself.
  const [samples, dimension] = [200_000, 6];
  const X = gaussianMatrix("X", samples, dimension);
  const weights = Float64Array.from(
    { length: samples },
    (_, i) => (X.data[i * dimension]! ** 2 - 1) / Math.SQRT2,
  );
  const operator = streamedGram([{ X, weights }], { dimension, order: 2, subtractIdentity: true });
  const { values, vectors } = topEigen(operator, { count: 1, which: "largest", tolerance: 1e-8 });
  // The variance of y (z^2 - 1) for z = y = h_2(x_0) is at most E[h_2^6 - 2 h_2^4 + h_2^2] = 755 - 30 + 1.
  expect(Math.abs(values[0]! - 2 * Math.SQRT2)).toBeLessThan(5 * Math.sqrt(726 / samples));
  expect(Math.abs(vectors.data[0]!)).toBeGreaterThan(0.99);
});

test("blocks and orders that do not fit are refused", () => {
  const batches = [batch(5, 3)];
  const operator = streamedGram(batches, { dimension: 3, order: 2 });
  expect(() => operator.apply(new Float64Array(3), new Float64Array(6))).toThrow(TypeError);
  expect(() => streamedGram(batches, { dimension: 3, order: 4 as never })).toThrow(
    "streamedGram: order must be an integer from 1 to 3, got 4",
  );
});

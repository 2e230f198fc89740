import { stream } from "@onsager/random";
import { expect, test } from "vitest";
import { streamedGram, symmetricEigen, topEigen, type WeightedBatch, weightedGram } from "../../src/index.ts";
import { gaussianMatrix, largestDifference } from "../backends.ts";

const [samples, dimension, batch] = [1000, 60, 128];

/** Batches that are made anew in each pass from a random stream; counts the passes. */
function generated(counts: { passes: number }): Iterable<WeightedBatch> {
  const random = stream(5);
  return {
    *[Symbol.iterator]() {
      counts.passes++;
      for (let offset = 0; offset < samples; offset += batch) {
        const rows = Math.min(batch, samples - offset);
        const [data, weights] = [new Float64Array(rows * dimension), new Float64Array(rows)];
        random.split("features").fillNormal(data, offset * dimension);
        random.split("weights").fillNormal(weights, offset);
        yield { X: { rows, cols: dimension, data }, weights };
      }
    },
  };
}

/** The same matrix, stored. */
function stored(subtractIdentity: boolean) {
  const [data, weights] = [new Float64Array(samples * dimension), new Float64Array(samples)];
  stream(5).split("features").fillNormal(data);
  stream(5).split("weights").fillNormal(weights);
  const A = weightedGram({ rows: samples, cols: dimension, data }, { weights, alpha: 1 / samples });
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / samples;
  if (subtractIdentity) for (let i = 0; i < dimension; i++) A.data[i * (dimension + 1)]! -= mean;
  return A;
}

test.each([true, false])(
  "a moment over generated batches is the stored matrix (identity subtracted: %s)",
  (subtractIdentity) => {
    const A = stored(subtractIdentity);
    const operator = streamedGram(generated({ passes: 0 }), { dimension, subtractIdentity });
    const x = gaussianMatrix("x", 1, dimension);
    const out = new Float64Array(dimension);
    operator.apply(x.data, out);
    const expected = Float64Array.from(out, (_, i) =>
      x.data.reduce((sum, value, j) => sum + A.data[i * dimension + j]! * value, 0),
    );
    expect(largestDifference(out, expected)).toBeLessThan(1e-13);
  },
);

test("a pass of the eigensolver is one pass over the data", () => {
  const counts = { passes: 0 };
  const operator = streamedGram(generated(counts), { dimension, subtractIdentity: true });
  const { values, passes } = topEigen(operator, { count: 4, which: "magnitude", tolerance: 1e-10 });
  expect(counts.passes).toBe(passes);
  const exact = symmetricEigen(stored(true)).values.slice();
  exact.sort((a, b) => Math.abs(b) - Math.abs(a));
  expect(largestDifference(values, exact.subarray(0, 4))).toBeLessThan(1e-13);
});

test("batches that do not fit are refused", () => {
  const X = gaussianMatrix("x", 3, 4);
  const weights = new Float64Array(2);
  const vectors = [new Float64Array(4), new Float64Array(4)] as const;
  expect(() => streamedGram([{ X, weights }], { dimension: 4 }).apply(...vectors)).toThrow(
    new TypeError("streamedGram: batch must have 4 columns and a weight a row, got 3 x 4 with 2 weights"),
  );
  expect(() => streamedGram([], { dimension: 4 }).apply(...vectors)).toThrow(
    "batches must hold samples, got none",
  );
  expect(() => streamedGram([], { dimension: 0 })).toThrow("dimension must be an integer from 1");
  const nothing = undefined as unknown as Iterable<WeightedBatch>;
  expect(() => streamedGram(nothing, { dimension: 4 })).toThrow("batches must be iterable, got undefined");
});

test.each([
  [
    "plain weights",
    { X: { rows: 1, cols: 2, data: Float64Array.of(1, 2) }, weights: [1] },
    "batch.weights must be a Float64Array, got Array",
  ],
  [
    "f32 samples",
    { X: { rows: 1, cols: 2, data: Float32Array.of(1, 2) }, weights: Float64Array.of(1) },
    "batch.X.data must be a Float64Array, got Float32Array",
  ],
  [
    "plain samples",
    { X: { rows: 1, cols: 2, data: [1, 2] }, weights: Float64Array.of(1) },
    "batch.X.data must be a Float64Array",
  ],
  [
    "NaN",
    { X: { rows: 1, cols: 2, data: Float64Array.of(1, Number.NaN) }, weights: Float64Array.of(1) },
    "batch.X.data[1] must be finite, got NaN",
  ],
  [
    "a NaN weight",
    { X: { rows: 1, cols: 2, data: Float64Array.of(1, 2) }, weights: Float64Array.of(Number.NaN) },
    "batch.weights[0] must be a finite number, got NaN",
  ],
  ["no matrix", { weights: Float64Array.of(1) }, "batch.X.data must be a Float64Array or a Float32Array"],
  ["no batch", null, "batch must be an object, got null"],
])("a batch with %s is refused, and kernel memory is none the worse", (_, batch, message) => {
  const operator = streamedGram([batch as unknown as WeightedBatch], { dimension: 2 });
  expect(() => operator.apply(Float64Array.of(1, 2), new Float64Array(2))).toThrow(
    `streamedGram: ${message}`,
  );
  const good = streamedGram(
    [{ X: { rows: 1, cols: 2, data: Float64Array.of(1, 2) }, weights: Float64Array.of(1) }],
    { dimension: 2 },
  );
  const out = new Float64Array(2);
  good.apply(Float64Array.of(1, 1), out);
  expect(Array.from(out)).toEqual([3, 6]);
});

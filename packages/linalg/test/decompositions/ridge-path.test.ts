import { expect, test } from "vitest";
import {
  cholesky,
  choleskySolve,
  gemm,
  type Matrix,
  type RidgePath,
  ridgePath,
  symmetricEigen,
  weightedGram,
} from "../../src/index.ts";
import { gaussianMatrix, largestDifference } from "../backends.ts";

/** w and b of the fit without sample `left` (none for -1), by the normal equations. */
function refit(X: Matrix, y: Float64Array, penalty: number, intercept: boolean, left: number) {
  const { cols: m } = X;
  const samples = Array.from(y, (_, i) => i).filter((i) => i !== left);
  const order = m + 1;
  const rows = Float64Array.from(
    samples.flatMap((i) => [...X.data.subarray(i * m, (i + 1) * m), intercept ? 1 : 0]),
  );
  const design = { rows: samples.length, cols: order, data: rows };
  const A = weightedGram(design);
  for (let j = 0; j < order; j++) A.data[j * (order + 1)]! += j < m ? penalty : intercept ? 0 : 1;
  const responses = { rows: samples.length, cols: 1, data: Float64Array.from(samples, (i) => y[i]!) };
  const { data } = choleskySolve(cholesky(A), gemm(design, responses, { transposeA: true }));
  return { w: data.subarray(0, m), b: intercept ? data[m]! : 0 };
}

function predicted(X: Matrix, i: number, w: Float64Array, b: number): number {
  return w.reduce((sum, weight, j) => sum + weight * X.data[i * X.cols + j]!, b);
}

const shapes = [
  [12, 4],
  [9, 9],
  [6, 15],
] as const;

test.each(shapes)(
  "for %i samples of %i features all fits and errors are those of explicit refits",
  (n, m) => {
    const X = gaussianMatrix("X", n, m);
    const y = gaussianMatrix("y", n, 1).data;
    const penalties = Float64Array.of(0.01, 0.3, 5);
    for (const intercept of [true, false]) {
      const path = ridgePath(X, y, penalties, { intercept });
      for (const [p, penalty] of penalties.entries()) {
        const { w, b } = refit(X, y, penalty, intercept, -1);
        expect(largestDifference(path.weights.data.subarray(p * m, (p + 1) * m), w)).toBeLessThan(1e-10);
        expect(path.intercepts[p]).toBeCloseTo(b, 10);
        for (let i = 0; i < n; i++) {
          const without = refit(X, y, penalty, intercept, i);
          const error = y[i]! - predicted(X, i, without.w, without.b);
          expect(path.leaveOneOutErrors.data[p * n + i]).toBeCloseTo(error, 9);
        }
      }
    }
  },
);

test("leave-one-out errors of an interpolating fit tend to those of the least norm, free of cancellation", () => {
  const X = gaussianMatrix("wide", 5, 12);
  const y = gaussianMatrix("y", 5, 1).data;
  const [small, smaller] = [1e-8, 1e-12].map((penalty) => ridgePath(X, y, Float64Array.of(penalty)));
  const difference = largestDifference(small!.leaveOneOutErrors.data, smaller!.leaveOneOutErrors.data);
  expect(difference).toBeLessThan(1e-7);
});

// The data T8 of science/neural-lofi.md, section 7.2.
const T8: Matrix = {
  rows: 8,
  cols: 3,
  data: Float64Array.from([1, 2, 0, 0, 1, -1, 2, -1, 1, -1, 0, 2, 1, 1, 1, -2, 1, 0, 0, -1, -2, 1, -2, 1]),
};
const labels = Float64Array.of(1, -1, 1, -1, 1, -1, -1, 1);
const W: Matrix = { rows: 3, cols: 4, data: Float64Array.of(1, -1, 0, 2, 0, 1, 1, -1, 1, 0, -2, 1) };

/** relu(T8 W) / (2 c). */
function lifted(): Matrix {
  const features = gemm(T8, W);
  return { ...features, data: features.data.map((value) => Math.max(value, 0) / (2 * 2.1505813168)) };
}

/** The features along the two eigenvectors of Z^T diag(y) Z / n that are largest in size. */
function projected(Z: Matrix): Matrix {
  const { values, vectors } = symmetricEigen(weightedGram(Z, { weights: labels, alpha: 1 / 8 }));
  const order = [...values.keys()].sort((i, j) => Math.abs(values[j]!) - Math.abs(values[i]!)).slice(0, 2);
  const rows = order.flatMap((j) => [...vectors.data.subarray(j * 4, (j + 1) * 4)]);
  return gemm(Z, { rows: 2, cols: 4, data: Float64Array.from(rows) }, { transposeB: true });
}

function trainError(H: Matrix, { weights, intercepts, best }: RidgePath): number {
  const w = weights.data.subarray(best * H.cols, (best + 1) * H.cols);
  return labels.reduce((sum, y, i) => sum + (y - predicted(H, i, w, intercepts[best]!)) ** 2, 0) / 8;
}

test("the leave-one-out error of the lifted data T8 at penalty 0.1 is the page's", () => {
  const { leaveOneOut } = ridgePath(lifted(), labels, Float64Array.of(0.1));
  expect(leaveOneOut[0]).toBeCloseTo(0.950366456981, 9);
});

test("of 49 penalties for the projected data T8 the page's is chosen, with its errors", () => {
  const H = projected(lifted());
  const penalties = Float64Array.from({ length: 49 }, (_, p) => 10 ** (-6 + p / 4));
  const path = ridgePath(H, labels, penalties);
  expect(penalties[path.best]).toBeCloseTo(1, 12);
  expect(path.leaveOneOut[path.best]).toBeCloseTo(0.7398097658, 9);
  expect(trainError(H, path)).toBeCloseTo(0.484567545, 9);
});

test("features without variation leave the mean, and equal errors the smallest penalty", () => {
  const X = { rows: 4, cols: 2, data: new Float64Array(8).fill(3) };
  const path = ridgePath(X, Float64Array.of(1, 2, 3, 6), Float64Array.of(1, 10));
  expect([...path.weights.data]).toEqual([0, 0, 0, 0]);
  expect([...path.intercepts]).toEqual([3, 3]);
  expect(path.best).toBe(0);
  expect(path.leaveOneOutErrors.data[3]).toBeCloseTo(4, 12);
});

test("features of extreme size have the weights of least squares, or those of a penalty that rules", () => {
  const X = gaussianMatrix("X", 9, 3);
  const y = gaussianMatrix("y", 9, 1);
  const fit = (scale: number, penalty: number) =>
    ridgePath({ ...X, data: X.data.map((entry) => entry * scale) }, y.data, Float64Array.of(penalty), {
      intercept: false,
    });
  const [large, free] = [fit(1e200, 1), fit(1, 1e-30)];
  expect(
    largestDifference(
      large.weights.data.map((w) => w * 1e200),
      free.weights.data,
    ),
  ).toBeLessThan(1e-13);
  expect(largestDifference(large.leaveOneOutErrors.data, free.leaveOneOutErrors.data)).toBeLessThan(1e-13);
  const small = fit(1e-200, 1);
  const ruled = gemm(X, y, { transposeA: true }).data;
  expect(
    largestDifference(
      small.weights.data.map((w) => w * 1e200),
      ruled,
    ),
  ).toBeLessThan(1e-13);
  expect(largestDifference(small.leaveOneOutErrors.data, y.data)).toBeLessThan(1e-13);
});

test("bad arguments are refused", () => {
  const X = gaussianMatrix("X", 3, 2);
  const y = new Float64Array(3);
  expect(() => ridgePath(X, new Float64Array(2), Float64Array.of(1))).toThrow(
    "ridgePath: y must have X.rows = 3 entries, got 2",
  );
  expect(() => ridgePath(X, y, Float64Array.of(1, 0))).toThrow(
    "ridgePath: penalties[1] must be a positive finite number, got 0",
  );
  expect(() => ridgePath(X, y, new Float64Array())).toThrow(TypeError);
  expect(() => ridgePath(X, y.fill(Number.NaN), Float64Array.of(1))).toThrow(RangeError);
  expect(() => ridgePath(gaussianMatrix("X", 1, 2), new Float64Array(1), Float64Array.of(1))).toThrow(
    "ridgePath: X.rows must be at least 2 for an intercept, got 1",
  );
});

test.each([2 ** 1022, 2 ** 530, 2 ** -700])("responses times %d give the same path times that", (scale) => {
  const X = gaussianMatrix("X", 12, 4);
  const y = gaussianMatrix("y", 12, 1).data.map((value, i) => 1 + X.data[4 * i]! / 4 + value / 16);
  expect(Math.max(...y)).toBeLessThan(2);
  const penalties = Float64Array.of(100, 0.3, 30);
  const plain = ridgePath(X, y, penalties);
  const scaled = ridgePath(
    X,
    y.map((value) => value * scale),
    penalties,
  );
  expect([plain.best, scaled.best]).toEqual([1, 1]);
  const close = (got: Float64Array, expected: Float64Array) =>
    expect(
      largestDifference(
        got.map((value) => value / scale),
        expected,
      ),
    ).toBeLessThan(1e-14);
  close(scaled.weights.data, plain.weights.data);
  close(scaled.intercepts, plain.intercepts);
  close(scaled.leaveOneOutErrors.data, plain.leaveOneOutErrors.data);
  expect([...scaled.leaveOneOut]).toEqual(
    Array.from(plain.leaveOneOut, (mean) => (scale > 1 ? Infinity : 0 * mean)),
  );
});

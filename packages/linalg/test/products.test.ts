import { describe, expect, test } from "vitest";
import { gemm, type Matrix, weightedGram } from "../src/index.ts";
import { comparedBackends, gaussianMatrix, reference, single } from "./backends.ts";

const backends = [reference, ...comparedBackends()];
const { NaN: nan, POSITIVE_INFINITY: infinity } = Number;

/** The matrix with one entry replaced. */
function spoilt(A: Matrix, at: number, value: number): Matrix {
  const data = A.data.slice();
  data[at] = value;
  return { ...A, data };
}

function zeros(rows: number, cols: number): Matrix {
  return { rows, cols, data: new Float64Array(rows * cols) };
}

describe.each(backends)("$name ($detail)", (backend) => {
  const [m, k, n] = [19, 30, 23];

  test.each([nan, infinity, -infinity])(
    "gemm names an entry that is %f wherever it is, whatever it meets",
    (value) => {
      for (const at of [0, k - 1, k + 7, m * k - 1])
        for (const B of [gaussianMatrix("B", k, n), zeros(k, n)]) {
          const A = spoilt(gaussianMatrix("A", m, k), at, value);
          const message = new RangeError(`gemm: A.data[${at}] must be finite, got ${value}`);
          expect(() => gemm(A, B, { backend })).toThrow(message);
          const turned = { ...B, rows: n, cols: k };
          expect(() => gemm(A, turned, { backend, transposeB: true })).toThrow(message);
          expect(() => gemm(A, zeros(m, n), { backend, transposeA: true })).toThrow(message);
        }
      for (const at of [0, n - 1, n + 7, k * n - 1]) {
        const B = spoilt(gaussianMatrix("B", k, n), at, value);
        const message = new RangeError(`gemm: B.data[${at}] must be finite, got ${value}`);
        for (const A of [gaussianMatrix("A", m, k), zeros(m, k)])
          expect(() => gemm(A, B, { backend })).toThrow(message);
        expect(() => gemm(single(zeros(m, k)), single(B), { backend })).toThrow(message);
        expect(() => gemm(zeros(m, k), B, { backend, alpha: 0 })).toThrow(message);
      }
    },
  );

  test("weightedGram names an entry that is not finite wherever it is, also where its weight is 0", () => {
    for (const at of [0, n - 1, 7 * n + 5, k * n - 1])
      for (const value of [nan, infinity]) {
        const X = spoilt(gaussianMatrix("X", k, n), at, value);
        const message = new RangeError(`weightedGram: X.data[${at}] must be finite, got ${value}`);
        expect(() => weightedGram(X, { backend })).toThrow(message);
        expect(() => weightedGram(X, { backend, alpha: 0 })).toThrow(message);
        for (const weight of [0, -1, 1e-300]) {
          const weights = new Float64Array(k).fill(1);
          weights[Math.floor(at / n)] = weight;
          expect(() => weightedGram(X, { backend, weights })).toThrow(message);
        }
      }
  });

  test("weights and factors that are not finite are refused", () => {
    const X = gaussianMatrix("X", k, n);
    const weights = new Float64Array(k).fill(infinity, 3, 4);
    expect(() => weightedGram(X, { backend, weights })).toThrow(
      new RangeError("weightedGram: weights[3] must be a finite number, got Infinity"),
    );
    expect(() => weightedGram(X, { backend, alpha: nan })).toThrow(
      new RangeError("weightedGram: alpha must be a finite number, got NaN"),
    );
    expect(() => gemm(X, X, { backend, transposeA: true, alpha: infinity })).toThrow(
      new RangeError("gemm: alpha must be a finite number, got Infinity"),
    );
  });

  test("a product that overflows is infinite, which is no error", () => {
    const large = { rows: 4, cols: 4, data: new Float64Array(16).fill(1e200) };
    expect(new Set(gemm(large, large, { backend }).data)).toEqual(new Set([infinity]));
    expect(new Set(weightedGram(large, { backend }).data)).toEqual(new Set([infinity]));
  });
});

test("shapes that do not fit and empty matrices are refused", () => {
  const [A, B] = [gaussianMatrix("A", 2, 3), gaussianMatrix("B", 4, 2)];
  expect(() => gemm(A, B)).toThrow(
    new TypeError("gemm: op(A) and op(B) must have an inner size in common, got 2 x 3 and 4 x 2"),
  );
  expect(() => gemm(A, { ...B, rows: 0 })).toThrow("gemm: B.rows must be an integer");
  expect(() => gemm(A, { ...B, cols: 3 })).toThrow(
    new TypeError("gemm: B.data must have rows * cols = 12 entries, got 8"),
  );
  expect(() => gemm(A, single(B) as never)).toThrow(TypeError);
  expect(() => weightedGram(A, { weights: new Float64Array(3) })).toThrow(
    new TypeError("weightedGram: weights must have X.rows = 2 entries, got 3"),
  );
});

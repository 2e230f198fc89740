import { describe, expect, test } from "vitest";
import { gemm, golubKahanSteps, type Matrix, prepare, svd, type TopSvd, topSvd } from "../../src/index.ts";
import { comparedBackends, gaussianMatrix, largestDifference, reference } from "../backends.ts";
import { frame, orthogonalityError, rankOne } from "./operators.ts";

/** Largest entry of A right^T - left^T diag(values), and of A^T left^T - right^T diag(values). */
function tripletError(A: Matrix, { values, left, right }: TopSvd): number {
  const scaled = (V: Matrix) => V.data.map((value, at) => value * values[Math.floor(at / V.cols)]!);
  const forth = gemm(right, A, { transposeB: true });
  const back = gemm(left, A);
  return Math.max(largestDifference(forth.data, scaled(left)), largestDifference(back.data, scaled(right)));
}

/** left^T diag(values) right, m x n. */
function withSingularValues(values: readonly number[], m: number, n: number): Matrix {
  const left = frame("left", values.length, m);
  const scaled = { ...left, data: left.data.map((value, at) => value * values[Math.floor(at / m)]!) };
  return gemm(scaled, frame("right", values.length, n), { transposeA: true });
}

/** What rounding makes of sums of as many terms as the longer side has, `factor` times, relative to the largest singular value. */
function rounding({ rows, cols }: Matrix, factor: number): number {
  return factor * Number.EPSILON * Math.sqrt(Math.max(rows, cols));
}

const shapes = [
  [200, 90],
  [90, 200],
  [120, 120],
  [40, 7],
  [7, 40],
] as const;

describe("topSvd equals the full decomposition", () => {
  test.each(shapes.flatMap(([m, n]) => [1, 3, 7].map((block) => [m, n, block] as const)))(
    "of %i x %i with block %i",
    (m, n, block) => {
      const A = gaussianMatrix("A", m, n);
      const { values } = svd(A);
      using operator = prepare(A);
      const result = topSvd(operator, { count: 4, block, tolerance: 1e-11 });
      expect(result.convergence.converged).toBe(true);
      const error = largestDifference(result.values, values.subarray(0, 4)) / values[0]!;
      expect(error).toBeLessThan(rounding(A, 3));
      expect(tripletError(A, result) / values[0]!).toBeLessThan(2e-11);
      expect(orthogonalityError(result.left)).toBeLessThan(1e-13);
      expect(orthogonalityError(result.right)).toBeLessThan(1e-13);
    },
  );

  test.each([...comparedBackends(), reference])("with the kernels of $name ($detail)", (backend) => {
    const A = gaussianMatrix("B", 80, 50);
    using operator = prepare(A, { backend });
    const { values } = topSvd(operator, { count: 3, backend });
    expect(largestDifference(values, svd(A).values.subarray(0, 3))).toBeLessThan(1e-12);
  });

  test.each([2, 6])("restarted again and again, with block %i", (block) => {
    const A = gaussianMatrix("C", 300, 250);
    using operator = prepare(A);
    const options = { count: 3, block, maximumBasis: 3 + 3 * block, maximumPasses: 4000, tolerance: 1e-10 };
    const result = topSvd(operator, options);
    const { values } = svd(A);
    expect(result.convergence.converged).toBe(true);
    // A step drops what is shorter than 10 units of rounding, and by Weyl's inequality values move by no more than what is dropped.
    const error = largestDifference(result.values, values.subarray(0, 3)) / values[0]!;
    expect(error).toBeLessThan(rounding(A, 10));
    expect(tripletError(A, result) / values[0]!).toBeLessThan(2e-10);
  });
});

test("small values keep their digits: the Gram matrix is never formed", () => {
  // The squares of the last two differ by less than the rounding of the square of the first.
  const wanted = [1, 1e-3, 1e-6, 3e-9, 1e-9];
  const A = withSingularValues(wanted, 60, 80);
  using operator = prepare(A);
  const { values, convergence } = topSvd(operator, { count: 5, tolerance: 1e-13 });
  expect(convergence.converged).toBe(true);
  expect(largestDifference(values, wanted)).toBeLessThan(1e-15);
});

test("multiple singular values and both sides of a rank below `count`", () => {
  const multiple = withSingularValues([3, 3, 3, 1], 70, 50);
  using operator = prepare(multiple);
  const result = topSvd(operator, { count: 6, tolerance: 1e-12 });
  expect(largestDifference(result.values, [3, 3, 3, 1, 0, 0])).toBeLessThan(1e-13);
  expect(tripletError(multiple, result)).toBeLessThan(1e-13);
  expect(orthogonalityError(result.left)).toBeLessThan(1e-13);
  expect(orthogonalityError(result.right)).toBeLessThan(1e-13);
});

test("the zero operator, and a rank-one operator that is never stored", () => {
  const [u, v] = [frame("u", 1, 3000).data, frame("v", 1, 2000).data];
  const zero = topSvd(rankOne(0, u, v), { count: 12, block: 2 });
  expect(zero.values).toEqual(new Float64Array(12));
  expect(orthogonalityError(zero.left)).toBeLessThan(1e-13);
  const one = topSvd(rankOne(7, u, v), { count: 2 });
  expect(largestDifference(one.values, [7, 0])).toBeLessThan(1e-13);
  const sign = Math.sign(one.left.data[0]! * u[0]!);
  expect(
    largestDifference(
      one.left.data.subarray(0, 3000),
      u.map((value) => value * sign),
    ),
  ).toBeLessThan(1e-13);
  expect(
    largestDifference(
      one.right.data.subarray(0, 2000),
      v.map((value) => value * sign),
    ),
  ).toBeLessThan(1e-13);
});

test("a pass is one product with a block; blocks go to the block products", () => {
  const A = gaussianMatrix("D", 90, 60);
  const calls: string[] = [];
  const operator = {
    ...rankOne(1, new Float64Array(90), new Float64Array(60)),
    applyBlock: (X: Matrix, out: Matrix) => {
      calls.push("A");
      out.data.set(gemm(X, A, { transposeB: true }).data);
    },
    applyTransposeBlock: (X: Matrix, out: Matrix) => {
      calls.push("A^T");
      out.data.set(gemm(X, A).data);
    },
  };
  const states = [...golubKahanSteps(operator, { count: 2, maximumPasses: 7, tolerance: 0 })];
  expect(states.map(({ passes }) => passes)).toEqual([2, 4, 6]);
  expect(calls).toEqual(["A", "A^T", "A", "A^T", "A", "A^T"]);
  const { convergence } = topSvd(operator, { count: 2, maximumPasses: 4 });
  expect(convergence).toMatchObject({ converged: false, iterations: 4, tolerance: 1e-8 });
});

test("a warm start saves passes", () => {
  const A = gaussianMatrix("E", 300, 200);
  using operator = prepare(A);
  const cold = topSvd(operator, { count: 3 });
  const warm = topSvd(operator, { count: 3, start: cold.right });
  expect(warm.passes).toBeLessThan(cold.passes / 2);
  expect(largestDifference(warm.values, cold.values)).toBeLessThan(1e-12);
});

test("bad input is refused: sizes, a missing transpose, a wrong one, NaN, an abort", () => {
  using operator = prepare(gaussianMatrix("F", 8, 5));
  expect(() => topSvd(operator, { count: 6 })).toThrow(
    new RangeError("topSvd: count must be an integer from 1 to 5, got 6"),
  );
  const { applyTranspose, ...half } = rankOne(1, frame("u", 1, 8).data, frame("v", 1, 5).data);
  expect(() => topSvd(half as typeof operator, { count: 1 })).toThrow(
    new TypeError("topSvd: operator.applyTranspose must be a function, got undefined"),
  );
  const doubled = (x: Float64Array, out: Float64Array) =>
    applyTranspose(x, out.fill(0)) ??
    out.forEach((value, i) => {
      out[i] = 2 * value;
    });
  expect(() => topSvd({ ...half, applyTranspose: doubled }, { count: 1 })).toThrow(
    "operator.applyTranspose must be the transpose of apply, got <u, A v> =",
  );
  const nan = {
    ...half,
    applyTranspose,
    apply: (_: Float64Array, out: Float64Array) => out.fill(Number.NaN),
  };
  expect(() => topSvd({ ...nan, apply: (x, out) => void nan.apply(x, out) }, { count: 1 })).toThrow(
    "the operator's product[0] must be a finite number, got NaN",
  );
  const signal = AbortSignal.abort(new Error("enough"));
  expect(() => topSvd(operator, { count: 1, signal })).toThrow("enough");
});

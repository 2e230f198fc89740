import { describe, expect, test } from "vitest";
import {
  blockKrylovSteps,
  golubKahanSteps,
  type Matrix,
  prepare,
  svd,
  symmetricEigen,
  topEigen,
  topSvd,
} from "../../src/index.ts";
import { comparedBackends, gaussianMatrix, largestDifference, reference, wigner } from "../backends.ts";
import { diagonal, orthogonalityError, rankOne } from "./operators.ts";

const scales = [1e-300, 1e-200, 1e-160, 1, 1e160, 1e200, 1e300];
const tolerance = 1e-8;

function scaled(A: Matrix, scale: number): Matrix {
  return { ...A, data: A.data.map((entry) => entry * scale) };
}

/** Largest difference of values / scale from what is expected. */
function relativeError(values: Float64Array, scale: number, expected: ArrayLike<number>): number {
  return largestDifference(
    values.map((value) => value / scale),
    expected,
  );
}

describe.each([...comparedBackends(), reference])("$name ($detail)", (backend) => {
  const A = wigner("scale", 60);
  const G = gaussianMatrix("scale", 60, 40);

  test.each(scales)("the eigenpairs of an operator of norm %d are those of norm 1", (scale) => {
    const expected = symmetricEigen(A).values.subarray(-3).toReversed();
    using operator = prepare(scaled(A, scale), { symmetric: true, backend });
    const { values, vectors, convergence } = topEigen(operator, { count: 3, block: 4, tolerance, backend });
    expect(convergence).toMatchObject({ converged: true, tolerance });
    expect(relativeError(values, scale, expected)).toBeLessThan(1e-14);
    expect(orthogonalityError(vectors)).toBeLessThan(1e-14);
  });

  test.each(scales)("the singular triplets of an operator of norm %d are those of norm 1", (scale) => {
    const expected = svd(G).values.subarray(0, 3);
    using operator = prepare(scaled(G, scale), { backend });
    const { values, left, right, convergence } = topSvd(operator, { count: 3, tolerance, backend });
    expect(convergence).toMatchObject({ converged: true, tolerance });
    expect(relativeError(values, scale, expected)).toBeLessThan(1e-13);
    expect(orthogonalityError(left)).toBeLessThan(1e-14);
    expect(orthogonalityError(right)).toBeLessThan(1e-14);
  });
});

test.each(scales)("an operator of norm %d is restarted, and started near its eigenvectors", (scale) => {
  const entries = Array.from({ length: 400 }, (_, i) => 1 / (i + 1));
  const operator = diagonal(entries.map((entry) => entry * scale));
  const options = { count: 3, block: 4, maximumBasis: 20, maximumPasses: 2000, tolerance };
  const cold = topEigen(operator, options);
  expect(cold.convergence.converged).toBe(true);
  expect(cold.convergence.residual).toBeGreaterThan(0);
  expect(relativeError(cold.values, scale, [1, 1 / 2, 1 / 3])).toBeLessThan(1e-13);
  const warm = topEigen(operator, { ...options, start: scaled(cold.vectors, scale) });
  expect(warm.convergence.converged).toBe(true);
  expect(warm.passes).toBeLessThan(cold.passes / 2);
  expect(relativeError(warm.values, scale, [1, 1 / 2, 1 / 3])).toBeLessThan(1e-13);
});

test("entries that are a few units of the least number are right to the last bit", () => {
  const least = Number.MIN_VALUE;
  const operator = diagonal(Float64Array.from({ length: 60 }, (_, i) => (i - 20) * least));
  const expected = [39, 38, 37].map((value) => value * least);
  expect([...topEigen(operator, { count: 3, tolerance }).values]).toEqual(expected);
  const lowest = topEigen(operator, { count: 2, which: "smallest", tolerance });
  expect([...lowest.values]).toEqual([-20 * least, -19 * least]);
  const [u, v] = [new Float64Array(50).fill(1), new Float64Array(30).fill(1)];
  const [largest] = topSvd(rankOne(1e-320, u, v), { count: 1, tolerance }).values;
  expect(Math.abs(largest! - Math.sqrt(1500) * 1e-320)).toBeLessThanOrEqual(50 * least);
});

test("products that grow after an all but invisible start change the unit on the way", () => {
  const n = 50;
  const operator = diagonal(Float64Array.from({ length: n }, (_, i) => (i === 0 ? 1e-290 : 1e120 / i)));
  const start = { rows: 1, cols: n, data: Float64Array.from({ length: n }, (_, i) => (i === 0 ? 1 : 0)) };
  const { values } = topEigen(operator, { count: 2, block: 1, start, maximumPasses: 100, tolerance });
  expect(relativeError(values, 1e120, [1, 0.5])).toBeLessThan(1e-13);
  const { applyTranspose, ...both } = { ...operator, applyTranspose: operator.apply };
  const triplets = topSvd({ ...both, applyTranspose }, { count: 2, block: 1, start, tolerance });
  expect(relativeError(triplets.values, 1e120, [1, 0.5])).toBeLessThan(1e-13);
});

test("a pass that is taken again in another unit counts, and of norm 0 there is none", () => {
  const passes = (value: number): number =>
    topEigen(diagonal(new Float64Array(30).fill(value)), { count: 2 }).passes;
  expect([0, 1, 1e99, 1e-99, 1e200, 1e-200].map(passes)).toEqual([1, 1, 1, 1, 2, 2]);
});

test("what is not symmetric, or no transpose, is told in the operator's own numbers", () => {
  const turn = (x: Float64Array, out: Float64Array): void => out.set([1e200 * x[1]!, -1e200 * x[0]!]);
  const rotation = { rows: 2, cols: 2, apply: turn, applyTranspose: turn };
  const number = String.raw`-?\d(\.\d+)?e\+(199|200)`;
  expect(() => [...blockKrylovSteps(rotation, { count: 1 })]).toThrow(
    new RegExp(`got <x, A y> = ${number} and <A x, y> = ${number}`),
  );
  expect(() => [...golubKahanSteps(rotation, { count: 1 })]).toThrow(
    new RegExp(`got <u, A v> = ${number} and`),
  );
});

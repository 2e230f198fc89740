import { describe, expect, test } from "vitest";
import { type Matrix, singularValues, svd } from "../../src/index.ts";
import { comparedBackends, gaussianMatrix, largestDifference, reference } from "../backends.ts";
import { generalMatrices, reference as lapack } from "../fixtures/matrices.ts";
import { decompositionError, obliqueness } from "./defects.ts";

const names = Object.keys(generalMatrices);

function expectDecomposed(A: Matrix, backend: typeof reference): void {
  const { values, left, right, convergence } = svd(A, { backend });
  expect(convergence.converged).toBe(true);
  expect([left.rows, left.cols, right.rows, right.cols]).toEqual([
    values.length,
    A.rows,
    values.length,
    A.cols,
  ]);
  expect(obliqueness(left)).toBeLessThan(1e-12);
  expect(obliqueness(right)).toBeLessThan(1e-12);
  expect(decompositionError(A, left, values, right)).toBeLessThan(1e-12);
  expect([...values]).toEqual([...values].sort((a, b) => b - a));
  expect(values.at(-1)).toBeGreaterThanOrEqual(0);
}

describe.each([...comparedBackends(), reference])("$name ($detail)", (backend) => {
  test.each(names)("singular values of the %s matrix are LAPACK's, and the vectors give it back", (name) => {
    const A = generalMatrices[name]!;
    const expected = lapack.singularValues[name]!;
    const { values } = singularValues(A, { backend });
    expect(largestDifference(values, expected)).toBeLessThanOrEqual(1e-12 * (expected[0] || 1));
    expectDecomposed(A, backend);
  });

  test.each([
    [1, 1],
    [1, 7],
    [7, 1],
    [130, 129],
    [40, 200],
  ])("a Gaussian matrix of %i x %i is decomposed", (m, n) => {
    expectDecomposed(gaussianMatrix("svd", m, n), backend);
  });

  test("a matrix with equal rows and zero columns is decomposed", () => {
    const A = gaussianMatrix("dependent", 60, 50);
    const data = A.data.map((entry, at) => (at % 50 < 10 ? 0 : at < 30 * 50 ? A.data[at % 50]! : entry));
    expectDecomposed({ ...A, data }, backend);
  });
});

test("a matrix graded far below rounding is decomposed, and extreme norms do not matter", () => {
  const A = gaussianMatrix("graded", 60, 60);
  expectDecomposed(
    { ...A, data: A.data.map((entry, at) => entry * 10 ** (-Math.floor(at / 60) / 2)) },
    reference,
  );
  const expected = singularValues(A).values;
  for (const scale of [1e-290, 1e290]) {
    const { values } = singularValues({ ...A, data: A.data.map((entry) => entry * scale) });
    expect(
      largestDifference(
        values.map((value) => value / scale),
        expected,
      ),
    ).toBeLessThan(1e-12);
  }
});

test("the squares of the singular values sum to the squared Frobenius norm", () => {
  const A = gaussianMatrix("norm", 30, 20);
  const squares = (data: Float64Array) => data.reduce((sum, value) => sum + value * value, 0);
  expect(squares(singularValues(A).values)).toBeCloseTo(squares(A.data), 10);
});

test.each([
  ["svd", svd],
  ["singularValues", singularValues],
] as const)("%s refuses entries that are not finite and empty matrices", (name, decompose) => {
  const data = Float64Array.of(1, Infinity);
  expect(() => decompose({ rows: 1, cols: 2, data })).toThrow(
    `${name}: A.data[1] must be finite, got Infinity`,
  );
  expect(() => decompose({ rows: 1, cols: 0, data: new Float64Array() })).toThrow(RangeError);
});

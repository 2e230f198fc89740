import { describe, expect, test } from "vitest";
import { symmetricEigen, symmetricEigenvalues } from "../../src/index.ts";
import {
  comparedBackends,
  gaussianMatrix,
  largestDifference,
  reference,
  single,
  wigner,
} from "../backends.ts";
import { decompositionError, identity, obliqueness } from "../decompositions/defects.ts";
import { reference as lapack, symmetricMatrices } from "../fixtures/matrices.ts";

const names = Object.keys(symmetricMatrices);

/** Largest eigenvalue in size, 1 for the zero matrix. */
function sizeOf(values: readonly number[]): number {
  return Math.max(...values.map(Math.abs)) || 1;
}

describe.each([...comparedBackends(), reference])("$name ($detail)", (backend) => {
  test.each(names)("eigenvalues of the %s matrix are LAPACK's to 1e-12 sqrt(n) of the norm", (name) => {
    const A = symmetricMatrices[name]!;
    const expected = lapack.eigenvalues[name]!;
    const bound = 1e-12 * Math.sqrt(A.rows) * sizeOf(expected);
    const { values, convergence } = symmetricEigenvalues(A, { backend });
    expect(convergence.converged).toBe(true);
    expect(largestDifference(values, expected)).toBeLessThanOrEqual(bound);
    expect(largestDifference(symmetricEigen(A, { backend }).values, expected)).toBeLessThanOrEqual(bound);
  });

  test.each(names)("eigenvectors of the %s matrix are orthonormal and give it back to 1e-12", (name) => {
    const A = symmetricMatrices[name]!;
    const { values, vectors, convergence } = symmetricEigen(A, { backend });
    expect(convergence.converged).toBe(true);
    expect(obliqueness(vectors)).toBeLessThan(1e-12);
    expect(decompositionError(A, vectors, values, vectors)).toBeLessThan(1e-12);
  });

  test.each([1, 2, 3, 32, 33, 65, 130, 131, 200])("a Wigner matrix of order %i is decomposed", (n) => {
    const A = wigner("eigen", n);
    const { values, vectors } = symmetricEigen(A, { backend });
    expect(obliqueness(vectors)).toBeLessThan(1e-13);
    expect(decompositionError(A, vectors, values, vectors)).toBeLessThan(1e-13);
    expect([...values]).toEqual([...values].sort((a, b) => a - b));
    expect(largestDifference(symmetricEigenvalues(A, { backend }).values, values)).toBeLessThan(1e-12);
  });

  test.each([1e-300, 1e-160, 1e160, 1e300])("a matrix of norm %d neither over- nor underflows", (scale) => {
    const A = wigner("scale", 40);
    const scaled = { ...A, data: A.data.map((entry) => entry * scale) };
    const expected = symmetricEigen(A, { backend }).values;
    for (const { values } of [symmetricEigen(scaled, { backend }), symmetricEigenvalues(scaled, { backend })])
      expect(
        largestDifference(
          values.map((value) => value / scale),
          expected,
        ),
      ).toBeLessThan(1e-13);
  });

  test("only the upper triangle is read when symmetry is not checked", () => {
    const A = wigner("half", 30);
    const data = A.data.map((entry, at) => (Math.floor(at / 30) > at % 30 ? 1e9 : entry));
    const options = { backend, checkSymmetry: false };
    expect(symmetricEigen({ ...A, data }, options)).toEqual(symmetricEigen(A, options));
    expect(symmetricEigenvalues({ ...A, data }, options)).toEqual(symmetricEigenvalues(A, options));
  });
});

test("f32 entries are decomposed in f64", () => {
  const A = single(wigner("f32", 20));
  const { values } = symmetricEigen(A);
  expect(largestDifference(values, symmetricEigen({ ...A, data: Float64Array.from(A.data) }).values)).toBe(0);
});

test("the identity has the unit vectors, and a diagonal matrix its sorted diagonal", () => {
  const { values, vectors } = symmetricEigen(identity(50));
  expect([...values]).toEqual(Array(50).fill(1));
  expect(obliqueness(vectors)).toBe(0);
  const data = Float64Array.of(3, 0, 0, 0, -1, 0, 0, 0, 2);
  expect([...symmetricEigen({ rows: 3, cols: 3, data }).values]).toEqual([-1, 2, 3]);
});

test.each([
  ["symmetricEigen", symmetricEigen],
  ["symmetricEigenvalues", symmetricEigenvalues],
] as const)("%s refuses what is not a symmetric matrix of finite entries", (name, decompose) => {
  expect(() => decompose(gaussianMatrix("bad", 3, 3))).toThrow(`${name}: A must be symmetric, got (1, 0) =`);
  expect(() => decompose(gaussianMatrix("bad", 3, 4))).toThrow(`${name}: A must be square, got 3 x 4`);
  const data = Float64Array.of(1, Number.NaN, Number.NaN, 1);
  expect(() => decompose({ rows: 2, cols: 2, data })).toThrow(RangeError);
  expect(() => decompose({ rows: 0, cols: 0, data: new Float64Array() })).toThrow(RangeError);
});

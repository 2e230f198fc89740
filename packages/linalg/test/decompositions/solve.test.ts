import { describe, expect, test } from "vitest";
import {
  cholesky,
  choleskySolve,
  gemm,
  inverseSquareRoot,
  type Matrix,
  solveSymmetric,
  weightedGram,
} from "../../src/index.ts";
import { comparedBackends, gaussianMatrix, largestDifference, reference, wigner } from "../backends.ts";
import { definiteMatrices, reference as lapack } from "../fixtures/matrices.ts";
import { identity, norm, scaledRows } from "./defects.ts";

function definite(n: number): Matrix {
  return weightedGram(gaussianMatrix("definite", 2 * n + 4, n), { alpha: 1 / n });
}

describe.each([...comparedBackends(), reference])("$name ($detail)", (backend) => {
  test.each([1, 2, 65, 130])("U^T U is the matrix of order %i, U upper triangular", (n) => {
    const A = definite(n);
    const { factor } = cholesky(A, { backend });
    const product = gemm(factor, factor, { transposeA: true, backend: reference });
    expect(largestDifference(product.data, A.data)).toBeLessThan(1e-14 * norm(A));
    expect(factor.data.every((entry, at) => Math.floor(at / n) <= at % n || entry === 0)).toBe(true);
  });

  test.each(Object.keys(lapack.choleskyDiagonal))(
    "the diagonal of the factor of the %s matrix is LAPACK's",
    (name) => {
      const { factor } = cholesky(definiteMatrices[name]!, { backend });
      const diagonal = Float64Array.from(
        { length: factor.rows },
        (_, i) => factor.data[i * (factor.rows + 1)]!,
      );
      expect(largestDifference(diagonal, lapack.choleskyDiagonal[name]!)).toBeLessThan(1e-13);
    },
  );

  test.each([
    [1, 1],
    [64, 8],
    [130, 1],
    [130, 7],
    [130, 40],
  ])("order %i with %i right sides is solved, definite and indefinite", (n, m) => {
    const B = gaussianMatrix("B", n, m);
    const A = definite(n);
    const symmetric = n === 1 ? { rows: 1, cols: 1, data: Float64Array.of(-2) } : wigner("indefinite", n);
    const residual = (matrix: Matrix, X: Matrix): number =>
      largestDifference(gemm(matrix, X, { backend: reference }).data, B.data) / (norm(matrix) * norm(X));
    expect(residual(A, choleskySolve(cholesky(A, { backend }), B, { backend }))).toBeLessThan(1e-14);
    expect(residual(A, solveSymmetric(A, B, { backend }))).toBeLessThan(1e-14);
    expect(residual(symmetric, solveSymmetric(symmetric, B, { backend }))).toBeLessThan(1e-14);
  });

  test("A^(-1/2) A A^(-1/2) is the identity", () => {
    const A = definite(40);
    const { root, raised } = inverseSquareRoot(A, { backend });
    const product = gemm(gemm(root, A, { backend }), root, { backend });
    expect(raised).toBe(0);
    expect(largestDifference(product.data, identity(40).data)).toBeLessThan(1e-12);
  });
});

test("a pivot that is not positive is reported with its value and index", () => {
  const A = scaledRows([4, 9, -2, 1], identity(4));
  expect(() => cholesky(A)).toThrow(RangeError);
  expect(() => cholesky(A)).toThrow("cholesky: A must be positive definite, got pivot -2 at index 2");
  const ones = { rows: 2, cols: 2, data: new Float64Array(4).fill(1) };
  expect(() => cholesky(ones)).toThrow("cholesky: A must be positive definite, got pivot 0 at index 1");
  const large = identity(130);
  large.data[100 * 131] = -1;
  large.data[3 * 130 + 100] = large.data[100 * 130 + 3] = 2;
  expect(() => cholesky(large)).toThrow("got pivot -5 at index 100");
});

test("a singular matrix is refused by solveSymmetric, and by inverseSquareRoot unless there is a floor", () => {
  const A = scaledRows([4, 0, 1], identity(3));
  const B = identity(3);
  expect(() => solveSymmetric(A, B)).toThrow(
    "solveSymmetric: A must be non-singular, got eigenvalue 0 beside",
  );
  expect(() => inverseSquareRoot(A)).toThrow(
    "inverseSquareRoot: A must be positive definite unless there is a floor, got smallest eigenvalue 0",
  );
  const { root, raised } = inverseSquareRoot(A, { floor: 0.25 });
  expect(raised).toBe(1);
  expect(largestDifference(root.data, scaledRows([0.5, 2, 1], identity(3)).data)).toBeLessThan(1e-15);
});

test("shapes and options that do not fit are refused", () => {
  const A = identity(3);
  expect(() => choleskySolve({ factor: A }, gaussianMatrix("B", 2, 1))).toThrow(
    "choleskySolve: B must have 3 rows, got 2",
  );
  expect(() => solveSymmetric(A, gaussianMatrix("B", 2, 1))).toThrow(
    "solveSymmetric: B must have 3 rows, got 2",
  );
  const factor = scaledRows([1, 0, 1], A);
  expect(() => choleskySolve({ factor }, A)).toThrow(
    "choleskySolve: factorisation.factor (1, 1) must be positive, got 0",
  );
  expect(() => inverseSquareRoot(A, { floor: 0 })).toThrow(
    "inverseSquareRoot: floor must be a positive finite number, got 0",
  );
  expect(() => cholesky(gaussianMatrix("A", 2, 2))).toThrow("cholesky: A must be symmetric");
});

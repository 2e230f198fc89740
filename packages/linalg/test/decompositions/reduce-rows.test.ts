import { describe, expect, test } from "vitest";
import {
  gemm,
  type Matrix,
  orthonormalise,
  qr,
  singularValues,
  svd,
  symmetricEigen,
} from "../../src/index.ts";
import { comparedBackends, gaussianMatrix, largestDifference, reference } from "../backends.ts";
import { decompositionError, norm, obliqueness } from "./defects.ts";

const n = 60;

/** diag(1, ..., n) plus Gaussian couplings of a size whose squares are lost beside 1, but not they themselves. */
function nearlyDiagonal(coupling: number): Matrix {
  const { data } = gaussianMatrix("couplings", n, n);
  return {
    rows: n,
    cols: n,
    data: data.map((value, at) => (at % (n + 1) === 0 ? 1 + at / (n + 1) : coupling * value)),
  };
}

describe.each([...comparedBackends(), reference])("$name ($detail)", (backend) => {
  describe.each([1e-7, 1e-8, 1e-9, 1e-12])("a diagonal matrix with couplings of %d", (coupling) => {
    const A = nearlyDiagonal(coupling);

    test("is Q R to rounding", () => {
      const { Q, R } = qr(A, { backend });
      expect(largestDifference(gemm(Q, R, { backend: reference }).data, A.data)).toBeLessThan(1e-14 * n);
      expect(obliqueness({ ...Q, data: transposed(Q.data) })).toBeLessThan(1e-14);
    });

    test("has a singular value decomposition and orthonormal rows to rounding", () => {
      const { values, left, right } = svd(A, { backend });
      expect(decompositionError(A, left, values, right)).toBeLessThan(1e-14);
      expect(obliqueness(right)).toBeLessThan(1e-13);
      expect(largestDifference(singularValues(A, { backend }).values, values)).toBeLessThan(1e-14 * n);
      const { basis } = orthonormalise(A, { backend });
      const coordinates = gemm(A, basis, { transposeB: true, backend: reference });
      expect(largestDifference(gemm(coordinates, basis, { backend: reference }).data, A.data)).toBeLessThan(
        1e-14 * n,
      );
    });

    test("has eigenpairs to rounding", () => {
      const S = { ...A, data: A.data.map((value, at) => value + A.data[(at % n) * n + Math.floor(at / n)]!) };
      const { values, vectors } = symmetricEigen(S, { backend });
      expect(decompositionError(S, vectors, values, vectors)).toBeLessThan(1e-14);
    });
  });

  test("rows down to the least numbers that there are become orthonormal", () => {
    const A = gaussianMatrix("least", 30, 40);
    const data = A.data.map((value, at) => value * 10 ** (-11 * Math.floor(at / 40)));
    const { basis, rank } = orthonormalise({ ...A, data }, { backend, tolerance: 0 });
    expect(rank).toBe(30);
    expect(obliqueness(basis)).toBeLessThan(1e-14);
    const { Q } = qr({ rows: 40, cols: 30, data: turned(data, 30, 40) }, { backend });
    expect(obliqueness({ rows: 30, cols: 40, data: turned(Q.data, 40, 30) })).toBeLessThan(1e-14);
  });

  test("a matrix of ones has one singular value, and vectors that are orthonormal", () => {
    const ones = { rows: 150, cols: 150, data: new Float64Array(150 * 150).fill(1) };
    const { values, left, right } = svd(ones, { backend });
    expect(values[0]).toBeCloseTo(150, 11);
    expect(values[1]).toBeLessThan(1e-12);
    expect(obliqueness(left)).toBeLessThan(1e-13);
    expect(obliqueness(right)).toBeLessThan(1e-13);
  });

  test("rows of zeros are kept by a factorisation and dropped from a basis", () => {
    const A = gaussianMatrix("zero rows", 8, 8);
    for (const column of [0, 3, 7]) for (let i = 0; i < 8; i++) A.data[i * 8 + column] = 0;
    const { Q, R } = qr(A, { backend });
    expect(largestDifference(gemm(Q, R, { backend: reference }).data, A.data)).toBeLessThan(1e-14 * norm(A));
    const { kept } = orthonormalise({ ...A, data: transposed(A.data, 8) }, { backend });
    expect([...kept]).toEqual([1, 2, 4, 5, 6]);
  });
});

/** The transpose of a rows x cols matrix. */
function turned(data: Float64Array, rows: number, cols: number): Float64Array {
  return data.map((_, at) => data[(at % rows) * cols + Math.floor(at / rows)]!);
}

function transposed(data: Float64Array, order = n): Float64Array {
  return turned(data, order, order);
}

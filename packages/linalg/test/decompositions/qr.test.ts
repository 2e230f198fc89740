import { describe, expect, test } from "vitest";
import { gemm, type Matrix, orthonormalise, qr } from "../../src/index.ts";
import { comparedBackends, gaussianMatrix, largestDifference, reference } from "../backends.ts";
import { generalMatrices, reference as lapack } from "../fixtures/matrices.ts";
import { norm, obliqueness } from "./defects.ts";

function transposedOf({ rows, cols, data }: Matrix): Matrix {
  return {
    rows: cols,
    cols: rows,
    data: data.map((_, at) => data[(at % rows) * cols + Math.floor(at / rows)]!),
  };
}

function diagonalOf(R: Matrix): Float64Array {
  return Float64Array.from({ length: R.rows }, (_, i) => R.data[i * R.cols + i]!);
}

describe.each([...comparedBackends(), reference])("$name ($detail)", (backend) => {
  test.each(Object.keys(generalMatrices))("the %s matrix is Q R, Q orthonormal and R triangular", (name) => {
    const A = generalMatrices[name]!;
    const { Q, R } = qr(A, { backend });
    expect(obliqueness(transposedOf(Q))).toBeLessThan(1e-13);
    const product = gemm(Q, R, { backend: reference });
    expect(largestDifference(product.data, A.data)).toBeLessThanOrEqual(1e-13 * norm(A));
    expect(
      R.data.filter((_, at) => Math.floor(at / R.cols) > at % R.cols).every((entry) => entry === 0),
    ).toBe(true);
    expect(diagonalOf(R).every((entry) => entry >= 0)).toBe(true);
  });

  test.each(Object.keys(lapack.qrDiagonal))("the diagonal of R of the %s matrix is LAPACK's", (name) => {
    const { R } = qr(generalMatrices[name]!, { backend });
    const scale = norm(generalMatrices[name]!);
    expect(largestDifference(diagonalOf(R), lapack.qrDiagonal[name]!)).toBeLessThan(1e-13 * scale);
  });

  test.each([
    [1, 1],
    [2, 5],
    [300, 33],
    [140, 150],
  ])("a Gaussian matrix of %i x %i is Q R with signs either way", (m, n) => {
    const A = gaussianMatrix("qr", m, n);
    for (const positiveDiagonal of [true, false]) {
      const { Q, R } = qr(A, { backend, positiveDiagonal });
      expect(obliqueness(transposedOf(Q))).toBeLessThan(1e-13);
      expect(largestDifference(gemm(Q, R, { backend }).data, A.data)).toBeLessThan(1e-13 * norm(A));
    }
  });

  test("orthonormalise drops the rows that depend on those before", () => {
    const A = gaussianMatrix("rows", 50, 90);
    const dependent = (i: number): boolean => i % 7 === 3;
    const data = A.data.map((entry, at) => {
      const [i, j] = [Math.floor(at / 90), at % 90];
      return dependent(i) ? A.data[(i - 1) * 90 + j]! * 2 - A.data[(i - 2) * 90 + j]! : entry;
    });
    const { basis, rank, kept } = orthonormalise({ ...A, data }, { backend });
    expect([...kept]).toEqual(Array.from({ length: 50 }, (_, i) => i).filter((i) => !dependent(i)));
    expect([rank, basis.rows]).toEqual([kept.length, kept.length]);
    expect(obliqueness(basis)).toBeLessThan(1e-13);
    const coordinates = gemm({ ...A, data }, basis, { transposeB: true, backend });
    expect(largestDifference(gemm(coordinates, basis, { backend }).data, data)).toBeLessThan(1e-12);
  });
});

test("of 300 rows in a space of dimension 140 the first 140 are kept", () => {
  const X = gemm(gaussianMatrix("left", 300, 140), gaussianMatrix("right", 140, 200));
  const { basis, kept } = orthonormalise(X);
  expect([...kept]).toEqual(Array.from({ length: 140 }, (_, i) => i));
  expect(obliqueness(basis)).toBeLessThan(1e-13);
});

test("basis vector j of orthonormalise is what the Gram-Schmidt process gives", () => {
  const A = gaussianMatrix("flag", 6, 9);
  const { basis } = orthonormalise(A);
  const L = gemm(A, basis, { transposeB: true });
  for (let i = 0; i < 6; i++) {
    expect(L.data[i * 6 + i]).toBeGreaterThan(0);
    for (let j = i + 1; j < 6; j++) expect(Math.abs(L.data[i * 6 + j]!)).toBeLessThan(1e-14);
  }
});

test("orthonormalise stays orthonormal for rows that nearly coincide, in more rows than columns, and for zeros", () => {
  const A = gaussianMatrix("near", 1, 20);
  const noise = gaussianMatrix("noise", 12, 20).data;
  const near = { rows: 12, cols: 20, data: noise.map((entry, at) => A.data[at % 20]! + 1e-9 * entry) };
  const found = orthonormalise(near);
  expect(found.rank).toBe(12);
  expect(obliqueness(found.basis)).toBeLessThan(1e-13);
  expect(orthonormalise(near, { tolerance: 1e-6 }).rank).toBe(1);
  expect(orthonormalise(gaussianMatrix("many", 70, 40)).rank).toBe(40);
  const none = orthonormalise({ rows: 3, cols: 4, data: new Float64Array(12) });
  expect([none.rank, none.basis.data.length]).toEqual([0, 0]);
  const rows = Float64Array.of(0, 0, 2, 0);
  expect([...orthonormalise({ rows: 2, cols: 2, data: rows }).basis.data]).toEqual([1, 0]);
});

test("bad arguments are refused", () => {
  expect(() => qr({ rows: 1, cols: 1, data: Float64Array.of(Number.NaN) })).toThrow(
    "qr: A.data[0] must be finite, got NaN",
  );
  expect(() => orthonormalise(gaussianMatrix("x", 2, 2), { tolerance: Number.NaN })).toThrow(
    "orthonormalise: tolerance must be in [0, 1), got NaN",
  );
});

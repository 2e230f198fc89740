import { expect, test } from "vitest";
import {
  gemm,
  type Matrix,
  orthonormalise,
  principalAngles,
  procrustes,
  subspaceOverlap,
  symmetricEigenvalues,
} from "../../src/index.ts";
import { gaussianMatrix, largestDifference } from "../backends.ts";
import { obliqueness } from "./defects.ts";

function basis(label: string, p: number, d: number): Matrix {
  return orthonormalise(gaussianMatrix(label, p, d)).basis;
}

/** Row j of U turned by angle j towards row j of V, for orthonormal rows of both together. */
function turned(U: Matrix, V: Matrix, angles: readonly number[]): Matrix {
  const data = U.data.map((entry, at) => {
    const angle = angles[Math.floor(at / U.cols)]!;
    return Math.cos(angle) * entry + Math.sin(angle) * V.data[at]!;
  });
  return { ...U, data };
}

function halves(label: string, p: number, d: number): readonly [Matrix, Matrix] {
  const { data } = basis(label, 2 * p, d);
  return [
    { rows: p, cols: d, data: data.slice(0, p * d) },
    { rows: p, cols: d, data: data.slice(p * d) },
  ];
}

test("principal angles are the angles by which orthogonal directions were turned, small and right ones too", () => {
  const angles = [1e-10, 0.01, 0.7, Math.PI / 2];
  const [U, V] = halves("pairs", 4, 20);
  const mixed = gemm(basis("mix", 4, 4), turned(U, V, angles));
  const found = principalAngles(U, mixed);
  expect(largestDifference(found, angles)).toBeLessThan(1e-14);
  expect(largestDifference(principalAngles(mixed, U), angles)).toBeLessThan(1e-14);
});

test("the subspace overlap is the mean squared cosine, and does not depend on the bases", () => {
  const angles = [0.2, 0.9, 1.4];
  const [U, V] = halves("pairs", 3, 12);
  const mixed = gemm(basis("mix", 3, 3), turned(U, V, angles));
  const expected = angles.reduce((sum, angle) => sum + Math.cos(angle) ** 2, 0) / 3;
  expect(subspaceOverlap(U, mixed)).toBeCloseTo(expected, 13);
  expect(subspaceOverlap(U, U)).toBeCloseTo(1, 13);
  expect(subspaceOverlap(U, V)).toBeCloseTo(0, 13);
});

test("subspaces of different dimension have the angles of the smaller; the overlap counts the first", () => {
  const U = basis("five", 5, 9);
  const inside = { rows: 2, cols: 9, data: U.data.slice(9, 27) };
  expect(largestDifference(principalAngles(inside, U), [0, 0])).toBeLessThan(1e-14);
  expect(principalAngles(U, inside)).toHaveLength(2);
  expect(subspaceOverlap(inside, U)).toBeCloseTo(1, 13);
  expect(subspaceOverlap(U, inside)).toBeCloseTo(2 / 5, 13);
});

test("procrustes finds the rotation between two matrices, reflections included", () => {
  const A = gaussianMatrix("A", 30, 6);
  const R = basis("R", 6, 6);
  R.data.subarray(0, 6).forEach((entry, at) => {
    R.data[at] = -entry;
  });
  expect(largestDifference(procrustes(A, gemm(A, R)).data, R.data)).toBeLessThan(1e-13);
});

test("the rotation of procrustes is orthogonal and a stationary point: R^T A^T B is symmetric and has no negative eigenvalue", () => {
  const [A, B] = [gaussianMatrix("A", 20, 5), gaussianMatrix("B", 20, 5)];
  const R = procrustes(A, B);
  expect(obliqueness(R)).toBeLessThan(1e-14);
  const S = gemm(R, gemm(A, B, { transposeA: true }), { transposeA: true });
  const mirrored = S.data.map((_, at) => S.data[(at % 5) * 5 + Math.floor(at / 5)]!);
  expect(largestDifference(S.data, mirrored)).toBeLessThan(1e-12);
  expect(symmetricEigenvalues({ ...S, data: mirrored }).values[0]).toBeGreaterThan(0);
});

test.each([1e-300, 1e-160, 1e160, 1e300])(
  "the rotation between matrices of norm %d is that of norm 1",
  (scale) => {
    const [A, B] = [gaussianMatrix("A", 12, 4), gaussianMatrix("B", 12, 4)];
    const scaled = ({ data, ...shape }: Matrix): Matrix => ({
      ...shape,
      data: data.map((entry) => entry * scale),
    });
    expect(largestDifference(procrustes(scaled(A), scaled(B)).data, procrustes(A, B).data)).toBeLessThan(
      1e-13,
    );
  },
);

test("bad arguments are refused", () => {
  const U = basis("U", 2, 5);
  const oblique = gaussianMatrix("oblique", 2, 5);
  for (const [name, measure] of Object.entries({ principalAngles, subspaceOverlap })) {
    expect(() => measure(U, oblique)).toThrow(`${name}: V must have orthonormal rows, got inner product`);
    expect(() => measure(U, basis("V", 2, 6))).toThrow(
      `${name}: U and V must have as many columns as each other, got 5 and 6`,
    );
  }
  expect(() => procrustes(U, basis("V", 3, 5))).toThrow(
    "procrustes: A and B must have the same shape, got 2 x 5 and 3 x 5",
  );
});

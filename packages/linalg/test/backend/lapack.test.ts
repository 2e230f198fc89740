import { describe, expect, test } from "vitest";
import type { Backend } from "../../src/backend/backend.ts";
import { nativeBackend } from "../../src/backend/native/index.ts";
import { nativeLapack } from "../../src/backend/native/lapack.ts";
import { loadOpenBlas, type OpenBlas } from "../../src/backend/native/library.ts";
import { qr, singularValues, svd, symmetricEigen, symmetricEigenvalues } from "../../src/index.ts";
import { gaussianMatrix, largestDifference, reference, wigner } from "../backends.ts";
import { decompositionError, obliqueness } from "../decompositions/defects.ts";

const A = wigner("library", 40);
const B = gaussianMatrix("library", 20, 30);

/** A library whose routines end with `info` = 1; the place of that argument differs. */
const failing = {
  dsyevd: (...args: unknown[]) => (args[10] as Int32Array).fill(1),
  dgesdd: (...args: unknown[]) => (args[13] as Int32Array).fill(1),
} as Partial<OpenBlas> as OpenBlas;

describe("a library that does not converge", () => {
  const backend: Backend = { ...reference, ...nativeLapack(failing) };

  test("says so", () => {
    expect(backend.symmetricEigen!(40, A.data.slice())).toBeUndefined();
    expect(backend.symmetricEigenvalues!(40, A.data.slice())).toBeUndefined();
    expect(backend.svd!(20, 30, B.data.slice())).toBeUndefined();
    expect(backend.singularValues!(20, 30, B.data.slice())).toBeUndefined();
  });

  test("leaves the work to the package's own methods, whose record is given", () => {
    const options = { backend };
    expect(symmetricEigen(A, options)).toEqual(symmetricEigen(A, { backend: reference }));
    expect(symmetricEigenvalues(A, options)).toEqual(symmetricEigenvalues(A, { backend: reference }));
    expect(svd(B, options)).toEqual(svd(B, { backend: reference }));
    expect(singularValues(B, options)).toEqual(singularValues(B, { backend: reference }));
  });
});

test("a library without LAPACK has none of its decompositions", () => {
  expect(nativeLapack({} as OpenBlas)).toEqual({});
  const half = { dgeqrf: () => undefined } as Partial<OpenBlas> as OpenBlas;
  expect(nativeLapack(half)).toEqual({});
});

const present = nativeBackend() !== undefined;

describe.runIf(present && loadOpenBlas()?.dsyevd)("OpenBLAS's LAPACK", () => {
  const backend = nativeBackend()!;

  test("is what decompositions are done by", () => {
    expect(Object.keys(backend)).toEqual(
      expect.arrayContaining(["symmetricEigen", "symmetricEigenvalues", "svd", "singularValues", "lq"]),
    );
    const { convergence } = symmetricEigen(A, { backend });
    expect(convergence).toEqual({ converged: true, iterations: 1, residual: 2 ** -53, tolerance: 2 ** -53 });
  });

  test.each([
    [1, 1],
    [1, 9],
    [9, 1],
    [50, 20],
    [20, 50],
    [33, 33],
  ])("gives the singular values and the factors of a %i x %i matrix", (m, n) => {
    const X = gaussianMatrix("native", m, n);
    const { values, left, right } = svd(X, { backend });
    expect(obliqueness(left)).toBeLessThan(1e-13);
    expect(obliqueness(right)).toBeLessThan(1e-13);
    expect(decompositionError(X, left, values, right)).toBeLessThan(1e-13);
    const own = singularValues(X, { backend: reference }).values;
    expect(largestDifference(values, own)).toBeLessThan(1e-13 * own[0]!);
    expect(largestDifference(singularValues(X, { backend }).values, own)).toBeLessThan(1e-13 * own[0]!);
  });

  test("gives the same Q and R as the reference, signs included", () => {
    for (const X of [B, gaussianMatrix("tall", 45, 17)]) {
      const [got, own] = [qr(X, { backend }), qr(X, { backend: reference })];
      expect(largestDifference(got.Q.data, own.Q.data)).toBeLessThan(1e-12);
      expect(largestDifference(got.R.data, own.R.data)).toBeLessThan(1e-12);
    }
  });
});

import { describe, expect, test } from "vitest";
import type { Backend } from "../../src/backend/backend.ts";
import type { Lapack } from "../../src/backend/lapack.ts";
import { lapackWorks } from "../../src/backend/lapack-self-test.ts";
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

describe("the self-test", () => {
  const library: Lapack = {
    symmetricEigenvalues: (n, data) => symmetricEigenvalues({ rows: n, cols: n, data }).values,
    symmetricEigen: (n, data) => {
      const { values, vectors } = symmetricEigen({ rows: n, cols: n, data });
      data.set(vectors.data);
      return values;
    },
    singularValues: (rows, cols, data) => singularValues({ rows, cols, data }).values,
    svd: (rows, cols, data) => {
      const { values, left, right } = svd({ rows, cols, data });
      return { values, left: left.data, right: right.data };
    },
    lq: (rows, cols, X, rowsOfQ) => {
      const { Q, R } = qr({ rows: cols, cols: rows, data: turned(X, rows) }, { backend: reference });
      X.set(turned(R.data, rows));
      rowsOfQ.set(turned(Q.data, rows));
    },
  };

  test("passes a library that works, or has nothing", () => {
    expect(lapackWorks(library)).toBe(true);
    expect(lapackWorks({})).toBe(true);
  });

  test.each(Object.keys(library) as (keyof Lapack)[])("fails one whose %s does nothing", (name) => {
    const idle = () => (name === "lq" ? undefined : new Float64Array(3));
    expect(lapackWorks({ ...library, [name]: idle })).toBe(false);
    if (name !== "lq") expect(lapackWorks({ ...library, [name]: () => undefined })).toBe(false);
  });

  test("fails one that gives other vectors", () => {
    const symmetricEigen: Lapack["symmetricEigen"] = (n, data) => library.symmetricEigen!(n, data.slice());
    expect(lapackWorks({ ...library, symmetricEigen })).toBe(false);
    const swapped: Lapack["svd"] = (rows, cols, X) => {
      const found = library.svd!(rows, cols, X)!;
      return { ...found, left: turned(found.left, rows) };
    };
    expect(lapackWorks({ ...library, svd: swapped })).toBe(false);
  });
});

function turned(data: Float64Array, n: number): Float64Array {
  return data.map((_, at) => data[(at % n) * n + Math.floor(at / n)]!);
}

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

import { describe, expect, test } from "vitest";
import type { Backend } from "../src/backend/backend.ts";
import {
  cholesky,
  type Floats,
  gemm,
  inverseSquareRoot,
  type Matrix,
  orthonormalise,
  procrustes,
  qr,
  ridgePath,
  singularValues,
  solveSymmetric,
  svd,
  symmetricEigen,
  symmetricEigenvalues,
  weightedGram,
} from "../src/index.ts";
import { comparedBackends, gaussianMatrix, reference } from "./backends.ts";
import {
  difference,
  norm,
  rounded,
  scaledRows,
  timesTransposed,
  transposedTimes,
} from "./decompositions/defects.ts";
import { definiteMatrices, generalMatrices } from "./fixtures/matrices.ts";

/** Functions that compute in f64 whatever the entries are. */
const inDouble: Readonly<Record<string, (A: Matrix<Floats>, backend: Backend) => unknown>> = {
  cholesky: (A, backend) => cholesky(A, { backend }),
  inverseSquareRoot: (A, backend) => inverseSquareRoot(A, { backend }),
  orthonormalise: (A, backend) => orthonormalise(A, { backend }),
  procrustes: (A, backend) => procrustes(A, A, { backend }),
  qr: (A, backend) => qr(A, { backend }),
  ridgePath: (A, backend) => ridgePath(A, new Float64Array(A.rows).fill(1), Float64Array.of(1), { backend }),
  singularValues: (A, backend) => singularValues(A, { backend }),
  solveSymmetric: (A, backend) => solveSymmetric(A, A, { backend }),
  svd: (A, backend) => svd(A, { backend }),
  symmetricEigen: (A, backend) => symmetricEigen(A, { backend }),
  symmetricEigenvalues: (A, backend) => symmetricEigenvalues(A, { backend }),
};

describe.each([...comparedBackends(), reference])("$name ($detail)", (backend) => {
  test.each(Object.entries(generalMatrices))("products of the %s matrix in f32 are right to 1e-6", (_, A) => {
    const [singles, doubles] = rounded(A);
    const weights = gaussianMatrix("weights", A.rows, 1).data;
    const product = gemm(singles, singles, { transposeB: true, backend });
    const gram = weightedGram(singles, { weights: Float32Array.from(weights), backend });
    expect(difference(product, timesTransposed(doubles, doubles), norm(A) ** 2)).toBeLessThan(1e-6);
    const expected = transposedTimes(doubles, scaledRows(weights, doubles));
    expect(difference(gram, expected, norm(A) ** 2)).toBeLessThan(1e-6);
  });

  test.each(Object.entries(inDouble))("%s of f32 entries is that of the same entries in f64", (_, call) => {
    const [singles, doubles] = rounded(definiteMatrices.random!);
    expect(call(singles, backend)).toEqual(call(doubles, backend));
  });
});

test("a matrix that is symmetric up to rounding in f32 counts as symmetric, one that is not does not", () => {
  const data = Float32Array.of(60, 3.043013095855713, 3.04301381111145, 1);
  expect(symmetricEigenvalues({ rows: 2, cols: 2, data }).values).toHaveLength(2);
  expect(() => symmetricEigenvalues({ rows: 2, cols: 2, data: Float64Array.from(data) })).toThrow(
    "must be symmetric",
  );
  expect(() => symmetricEigenvalues({ rows: 2, cols: 2, data: Float32Array.of(60, 3, 3.1, 1) })).toThrow(
    "symmetric",
  );
});

// Functions of a matrix on every class of matrices with every backend, by the identities that define their results. Eigenvectors,
// singular vectors and QR are looked at in the same way, and values compared with LAPACK's, beside the tests of each.

import { describe, expect, test } from "vitest";
import type { Backend } from "../src/backend/backend.ts";
import {
  cholesky,
  choleskySolve,
  gemm,
  inverseSquareRoot,
  type Matrix,
  orthonormalise,
  prepare,
  principalAngles,
  procrustes,
  ridgePath,
  singularValues,
  solveSymmetric,
  subspaceOverlap,
  symmetricEigen,
  topEigen,
  topSvd,
  tridiagonalEigen,
  tridiagonalEigenvalues,
  weightedGram,
} from "../src/index.ts";
import { comparedBackends, gaussianMatrix, reference } from "./backends.ts";
import {
  decompositionError,
  difference,
  identity,
  norm,
  obliqueness,
  rounded,
  scaledRows,
  times,
  timesTransposed,
  transposedTimes,
} from "./decompositions/defects.ts";
import {
  definiteMatrices,
  generalMatrices,
  reference as lapack,
  symmetricMatrices,
} from "./fixtures/matrices.ts";
import { ends, sorted, trueResidual } from "./krylov/operators.ts";

/** What a law finds wrong, by name, relative to the sizes of the matrices: rounding. */
type Law = (A: Matrix, backend: Backend, name: string) => Readonly<Record<string, number>>;
type Laws = Readonly<Record<string, Law>>;

function sum(values: ArrayLike<number>): number {
  return Array.from(values).reduce((total, value) => total + value, 0);
}

/** Products of an operator with vectors, and with a block of them where it takes blocks, beside those of the reference. */
function operatorDefects(A: Matrix, operator: ReturnType<typeof prepare>): Readonly<Record<string, number>> {
  const { rows: m, cols: n } = A;
  const [X, Y] = [gaussianMatrix("X", 5, n), gaussianMatrix("Y", 5, m)];
  const [forth, back] = [gaussianMatrix("out", 5, m), gaussianMatrix("out", 5, n)];
  const [AX, AtY] = [timesTransposed(X, A), times(Y, A)];
  for (let i = 0; i < 5; i++) {
    operator.apply(X.data.subarray(i * n, (i + 1) * n), forth.data.subarray(i * m, (i + 1) * m));
    operator.applyTranspose(Y.data.subarray(i * m, (i + 1) * m), back.data.subarray(i * n, (i + 1) * n));
  }
  const block = { ...forth, data: forth.data.slice() };
  operator.applyBlock?.(X, block);
  const size = norm(A) * norm(X);
  return {
    apply: difference(forth, AX, size),
    applyTranspose: difference(back, AtY, size),
    applyBlock: difference(block, AX, size),
  };
}

const generalLaws: Laws = {
  gemm(A, backend) {
    const size = norm(A) ** 2;
    const [inner, outer] = [transposedTimes(A, A), timesTransposed(A, A)];
    return {
      inner: difference(gemm(A, A, { transposeA: true, backend }), inner, size),
      outer: difference(gemm(A, A, { transposeB: true, backend }), outer, size),
    };
  },
  weightedGram(A, backend) {
    const weights = gaussianMatrix("weights", A.rows, 1).data;
    const expected = transposedTimes(A, scaledRows(weights, A));
    return { gram: difference(weightedGram(A, { weights, backend }), expected, norm(A) ** 2) };
  },
  prepare(A, backend) {
    using operator = prepare(A, { backend });
    return operatorDefects(A, operator);
  },
  "prepare in f32"(A, backend) {
    const [singles, doubles] = rounded(A);
    using operator = prepare(singles, { backend });
    return operatorDefects(doubles, operator);
  },
  topSvd(A, backend, name) {
    using operator = prepare(A, { backend });
    const { values, left, right } = topSvd(operator, { count: 4, tolerance: 1e-13, backend });
    const size = norm(A);
    return {
      values: difference({ data: values }, { data: lapack.singularValues[name]!.slice(0, 4) }, size),
      forth: difference(timesTransposed(right, A), scaledRows(values, left), size),
      back: difference(times(left, A), scaledRows(values, right), size),
      left: obliqueness(left),
      right: obliqueness(right),
    };
  },
  orthonormalise(A, backend) {
    const { basis, rank } = orthonormalise(A, { backend });
    if (rank === 0) return { norm: norm(A) };
    const projected = times(timesTransposed(A, basis), basis);
    return { rows: obliqueness(basis), space: difference(projected, A, norm(A)) };
  },
  "principalAngles and subspaceOverlap of a space and itself"(A, backend) {
    const { basis, rank } = orthonormalise(A);
    if (rank === 0) return {};
    const other = times(orthonormalise(gaussianMatrix("turn", rank, rank)).basis, basis);
    return {
      angle: principalAngles(basis, other, { backend }).at(-1)!,
      overlap: Math.abs(subspaceOverlap(basis, other, { backend }) - 1),
    };
  },
  procrustes(A, backend) {
    const B = times(A, orthonormalise(gaussianMatrix("turn", A.cols, A.cols)).basis);
    const R = procrustes(A, B, { backend });
    const overlaps = transposedTimes(A, B);
    const gained = sum(R.data.map((value, at) => value * overlaps.data[at]!));
    const nuclear = sum(singularValues(overlaps).values);
    return { R: obliqueness(R), optimum: Math.abs(gained - nuclear) / (nuclear || 1) };
  },
  ridgePath(A, backend) {
    const y = gaussianMatrix("y", A.rows, 1);
    const penalties = Float64Array.of(1e-2, 1).map((penalty) => penalty * (norm(A) ** 2 || 1));
    const { weights } = ridgePath(A, y.data, penalties, { intercept: false, backend });
    const fits = timesTransposed(weights, A);
    const left = { ...fits, data: fits.data.map((fit, at) => y.data[at % A.rows]! - fit) };
    const expected = scaledRows(penalties, weights);
    return { normalEquations: difference(times(left, A), expected, norm(A) * norm(y)) };
  },
};

const symmetricLaws: Laws = {
  "prepare of one triangle"(A, backend) {
    using operator = prepare(A, { symmetric: true, backend });
    return operatorDefects(A, operator);
  },
  "tridiagonalise, tridiagonalEigen and tridiagonalEigenvalues"(A, backend, name) {
    const { diagonal, offDiagonal } = backend.tridiagonalise(A.rows, A.data.slice());
    const { values, vectors } = tridiagonalEigen(diagonal, offDiagonal, { backend });
    const alone = tridiagonalEigenvalues(diagonal, offDiagonal);
    const expected = { data: lapack.eigenvalues[name]! };
    const T = identity(A.rows);
    diagonal.forEach((value, i) => {
      T.data[i * (A.rows + 1)] = value;
    });
    offDiagonal.forEach((value, i) => {
      T.data[i * (A.rows + 1) + 1] = T.data[(i + 1) * (A.rows + 1) - 1] = value;
    });
    return {
      values: difference({ data: values }, expected, norm(A)),
      alone: difference({ data: alone.values }, expected, norm(A)),
      vectors: obliqueness(vectors),
      residual: decompositionError(T, vectors, values, vectors),
    };
  },
  topEigen(A, backend, name) {
    using operator = prepare(A, { symmetric: true, backend });
    const defects = ends.flatMap((which) => {
      const { values, vectors } = topEigen(operator, { count: 4, which, tolerance: 1e-13, backend });
      const wanted = lapack.eigenvalues[name]!.toSorted(sorted[which]).slice(0, 4);
      const [got, expected] = [values.map(Math.abs), wanted.map(Math.abs)];
      return [
        [`${which} values`, difference({ data: got }, { data: expected }, norm(A))],
        [`${which} residual`, trueResidual(A, values, vectors) / (norm(A) || 1)],
        [`${which} vectors`, obliqueness(vectors)],
      ] as const;
    });
    return Object.fromEntries(defects);
  },
  "inverseSquareRoot with a floor"(A, backend) {
    const floor = 1e-2 * (norm(A) || 1);
    const { root, raised } = inverseSquareRoot(A, { floor, backend });
    const { values, vectors } = symmetricEigen(A);
    const lifted = values.map((value) => Math.max(value, floor));
    const B = transposedTimes(vectors, scaledRows(lifted, vectors));
    return {
      inverse: difference(times(times(root, B), root), identity(A.rows), 1),
      raised: Math.abs(raised - values.filter((value) => value < floor).length),
    };
  },
};

const definiteLaws: Laws = {
  "cholesky and choleskySolve"(A, backend) {
    const B = gaussianMatrix("B", A.rows, 3);
    const factorisation = cholesky(A, { backend });
    const X = choleskySolve(factorisation, B, { backend });
    const U = factorisation.factor;
    return {
      product: difference(transposedTimes(U, U), A, norm(A)),
      below: sum(U.data.map((value, at) => (Math.floor(at / A.rows) > at % A.rows ? Math.abs(value) : 0))),
      residual: difference(times(A, X), B, norm(A) * norm(X)),
    };
  },
  solveSymmetric(A, backend) {
    const B = gaussianMatrix("B", A.rows, 3);
    const X = solveSymmetric(A, B, { backend });
    return { residual: difference(times(A, X), B, norm(A) * norm(X)) };
  },
};

const { random, Wilkinson, zero } = symmetricMatrices;
const families: Readonly<Record<string, readonly [Laws, Readonly<Record<string, Matrix>>]>> = {
  general: [generalLaws, generalMatrices],
  symmetric: [symmetricLaws, symmetricMatrices],
  definite: [definiteLaws, definiteMatrices],
  indefinite: [{ solveSymmetric: definiteLaws.solveSymmetric! }, { random: random!, Wilkinson: Wilkinson! }],
};
const cases = Object.entries(families).flatMap(([family, [laws, matrices]]) =>
  Object.entries(laws).flatMap(([law, defects]) =>
    Object.entries(matrices).map(([name, A]) => ({ law, family, name, A, defects })),
  ),
);

describe.each([...comparedBackends(), reference])("$name ($detail)", (backend) => {
  test.each(cases)("$law of the $name matrix ($family) is right to 1e-12", ({ A, name, defects }) => {
    for (const [what, defect] of Object.entries(defects(A, backend, name)))
      expect(defect, what).toBeLessThanOrEqual(1e-12);
  });

  test("singular matrices are refused", () => {
    for (const A of [symmetricMatrices["rank-deficient"]!, zero!]) {
      const B = gaussianMatrix("B", A.rows, 1);
      expect(() => solveSymmetric(A, B, { backend })).toThrow("solveSymmetric: A must be non-singular, got");
      expect(() => inverseSquareRoot(A, { backend })).toThrow(
        "inverseSquareRoot: A must be positive definite",
      );
    }
    expect(() => cholesky(zero!, { backend })).toThrow("got pivot 0 at index 0");
  });
});

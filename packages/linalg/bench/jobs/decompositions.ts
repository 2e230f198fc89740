import type { Job } from "@onsager/tooling/bench";
import {
  CholeskyDecomposition,
  EigenvalueDecomposition,
  Matrix as MlMatrix,
  QrDecomposition,
  SingularValueDecomposition,
} from "ml-matrix";
import * as np from "numpy-ts";
import {
  cholesky,
  prepare,
  qr,
  singularValues,
  svd,
  symmetricEigen,
  symmetricEigenvalues,
  topEigen,
} from "../../src/index.ts";
import { everyBackend, peer } from "../contestants.ts";
import { covariance, gaussian, spiked, wigner } from "../data.ts";
import { type NumpyTsArray, numpyTsMatrix } from "../peers.ts";

function choleskyJob(n: number): Job {
  return {
    name: `Cholesky ${n}`,
    work: { amount: n ** 3 / 3, unit: "GFLOP/s" },
    python: { call: "cholesky", args: [n] },
    contestants: [
      ...everyBackend((backend) => {
        const A = covariance(n);
        return () => cholesky(A, { backend });
      }),
      peer("numpy-ts", () => {
        const A = numpyTsMatrix(covariance(n));
        return () => np.linalg.cholesky(A);
      }),
      peer(
        "ml-matrix",
        () => {
          const A = MlMatrix.from1DArray(n, n, covariance(n).data);
          return () => new CholeskyDecomposition(A);
        },
        true,
      ),
    ],
  };
}

/** ml-matrix always computes the vectors too; numpy-ts takes minutes at this size. */
function mlEigen(n: number): () => unknown {
  const A = MlMatrix.from1DArray(n, n, wigner(n).data);
  return () => new EigenvalueDecomposition(A, { assumeSymmetric: true });
}

function eigenvaluesJob(n: number): Job {
  return {
    name: `eigenvalues n=${n}`,
    work: { amount: (4 * n ** 3) / 3, unit: "GFLOP/s" },
    python: { call: "eigenvalues", args: [n] },
    contestants: [
      ...everyBackend((backend) => {
        const A = wigner(n);
        return () => symmetricEigenvalues(A, { backend });
      }),
      peer("ml-matrix", () => mlEigen(n), true),
    ],
  };
}

function eighJob(n: number): Job {
  return {
    name: `full eigh n=${n}`,
    work: { amount: (14 * n ** 3) / 3, unit: "GFLOP/s" },
    python: { call: "eigh", args: [n] },
    contestants: [
      ...everyBackend((backend) => {
        const A = wigner(n);
        return () => symmetricEigen(A, { backend });
      }),
      peer("ml-matrix", () => mlEigen(n), true),
    ],
  };
}

function qrJob(m: number, n: number): Job {
  return {
    name: `QR ${m} x ${n}`,
    work: { amount: 4 * n * n * (m - n / 3), unit: "GFLOP/s" },
    python: { call: "qr", args: [m, n] },
    contestants: [
      ...everyBackend((backend) => {
        const A = gaussian(m, n);
        return () => qr(A, { backend });
      }),
      peer("numpy-ts", () => numpyTsJob(m, n, (A) => np.linalg.qr(A)), true),
      peer("ml-matrix", () => mlQr(m, n), true),
    ],
  };
}

function mlQr(m: number, n: number): () => unknown {
  const A = MlMatrix.from1DArray(m, n, gaussian(m, n).data);
  return () => {
    const factors = new QrDecomposition(A);
    return [factors.orthogonalMatrix, factors.upperTriangularMatrix];
  };
}

function numpyTsJob(m: number, n: number, run: (A: NumpyTsArray) => unknown): () => unknown {
  const A = numpyTsMatrix(gaussian(m, n));
  return () => run(A);
}

function mlSvd(m: number, n: number, vectors: boolean): () => unknown {
  const A = MlMatrix.from1DArray(m, n, gaussian(m, n).data);
  const options = { computeLeftSingularVectors: vectors, computeRightSingularVectors: vectors };
  return () => new SingularValueDecomposition(A, options);
}

function svdJob(m: number, n: number): Job {
  return {
    name: `SVD ${m} x ${n}`,
    work: { amount: 6 * m * n * n + 20 * n ** 3, unit: "GFLOP/s" },
    python: { call: "svd", args: [m, n] },
    contestants: [
      ...everyBackend((backend) => {
        const A = gaussian(m, n);
        return () => svd(A, { backend });
      }),
      peer("numpy-ts", () => numpyTsJob(m, n, (A) => np.linalg.svd(A, false)), true),
      peer("ml-matrix", () => mlSvd(m, n, true), true),
    ],
  };
}

function singularValuesJob(m: number, n: number): Job {
  return {
    name: `singular values ${m} x ${n}`,
    work: { amount: 2 * m * n * n + 2 * n ** 3, unit: "GFLOP/s" },
    python: { call: "singular_values", args: [m, n] },
    contestants: [
      ...everyBackend((backend) => {
        const A = gaussian(m, n);
        return () => singularValues(A, { backend });
      }),
      peer("numpy-ts", () => numpyTsJob(m, n, (A) => np.linalg.svdvals(A)), true),
      peer("ml-matrix", () => mlSvd(m, n, false), true),
    ],
  };
}

/** The matrix is prepared beforehand; eigsh reads it where it is. */
function topJob(n: number, count: number): Job {
  return {
    name: `top-${count} eigenpairs n=${n}`,
    work: { amount: 8 * n * n, unit: "GB/s" },
    python: { call: "top_eigenpairs", args: [n, count] },
    contestants: everyBackend((backend) => {
      const operator = prepare(spiked(n, count), { symmetric: true, backend });
      const options = { count, block: 1, tolerance: 1e-8, backend };
      return () => {
        const { convergence } = topEigen(operator, options);
        if (!convergence.converged) throw new Error("bench: topEigen must converge");
      };
    }),
  };
}

/** Factorisations and eigenvalues. */
export const decompositionJobs: readonly Job[] = [
  choleskyJob(2000),
  eigenvaluesJob(1000),
  eighJob(1000),
  qrJob(1000, 1000),
  qrJob(2000, 500),
  svdJob(1000, 500),
  singularValuesJob(1000, 500),
  topJob(2000, 10),
  topJob(5000, 10),
];

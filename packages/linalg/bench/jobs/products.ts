import type { Job } from "@onsager/tooling/bench";
import { Matrix as MlMatrix } from "ml-matrix";
import * as np from "numpy-ts";
import { gemm, prepare, weightedGram } from "../../src/index.ts";
import { everyBackend, peer } from "../contestants.ts";
import { gaussian, normals, wigner } from "../data.ts";
import { numpyTs, numpyTsMatrix, stdlibGemm, stdlibGemv } from "../peers.ts";

const single = (n: number, label: string) => {
  const { rows, cols, data } = gaussian(n, n, label);
  return { rows, cols, data: Float32Array.from(data) };
};

function dgemm(n: number): Job {
  const pair = () => [gaussian(n, n, "A"), gaussian(n, n, "B")] as const;
  const slow = [
    peer("ml-matrix", () => mlProduct(n), n > 300),
    peer("stdlib", () => stdlibGemm(...pair()), n > 300),
  ];
  return {
    name: `dgemm ${n}`,
    work: { amount: 2 * n ** 3, unit: "GFLOP/s" },
    python: { call: "dgemm", args: [n] },
    contestants: [
      ...everyBackend((backend) => {
        const [A, B] = pair();
        return () => gemm(A, B, { backend });
      }),
      peer("numpy-ts", () => {
        const [A, B] = pair().map(numpyTsMatrix);
        return () => np.matmul(A!, B!);
      }),
      // Tens of seconds a run.
      ...(n > 1500 ? [] : slow),
    ],
  };
}

function mlProduct(n: number): () => unknown {
  const [A, B] = ["A", "B"].map((label) => MlMatrix.from1DArray(n, n, gaussian(n, n, label).data));
  return () => A!.mmul(B!);
}

function sgemm(n: number): Job {
  return {
    name: `sgemm ${n}`,
    work: { amount: 2 * n ** 3, unit: "GFLOP/s" },
    python: { call: "sgemm", args: [n] },
    contestants: [
      ...everyBackend((backend) => {
        const [A, B] = [single(n, "A"), single(n, "B")];
        return () => gemm(A, B, { backend });
      }),
      peer("numpy-ts", () => {
        const [A, B] = [single(n, "A"), single(n, "B")].map(numpyTsMatrix);
        return () => np.matmul(A!, B!);
      }),
    ],
  };
}

function gram(n: number, d: number): Job {
  return {
    name: `X^T diag(w) X, signed w, ${n} x ${d}`,
    work: { amount: 2 * n * d * d, unit: "GFLOP/s" },
    python: { call: "weighted_gram", args: [n, d] },
    contestants: [
      ...everyBackend((backend) => {
        const [X, weights] = [gaussian(n, d), normals(n, "w")];
        return () => weightedGram(X, { weights, backend });
      }),
      peer("numpy-ts", () => {
        const [X, w] = [numpyTsMatrix(gaussian(n, d)), numpyTs(normals(n, "w"), [n, 1])];
        // Its product of a transposed view takes ten seconds; a copy is its best.
        return () => np.matmul(np.ascontiguousarray(np.transpose(X)), np.multiply(X, w) as never);
      }),
    ],
  };
}

function matvec(n: number, symmetric: boolean): Job {
  const data = () => [symmetric ? wigner(n) : gaussian(n, n), normals(n, "x")] as const;
  return {
    name: symmetric ? `symmetric matvec ${n}` : `gemv ${n}`,
    work: { amount: 8 * n * n, unit: "GB/s" },
    python: { call: "gemv", args: [n] },
    contestants: [
      ...everyBackend((backend) => {
        const [A, x] = data();
        const [operator, out] = [prepare(A, { symmetric, backend }), new Float64Array(n)];
        return () => operator.apply(x, out);
      }),
      peer("numpy-ts", () => {
        const [A, x] = data();
        const [a, b] = [numpyTsMatrix(A), numpyTs(x, [n])];
        return () => np.matmul(a, b);
      }),
      peer("stdlib", () => stdlibGemv(...data())),
    ],
  };
}

/** Products: of matrices, Gram, with a vector. */
export const productJobs: readonly Job[] = [
  dgemm(256),
  dgemm(1024),
  dgemm(2048),
  sgemm(256),
  sgemm(1024),
  sgemm(2048),
  gram(20_000, 200),
  matvec(8000, false),
  matvec(2000, true),
  matvec(8000, true),
];

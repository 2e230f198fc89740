import type { Job } from "@onsager/tooling/bench";
import {
  type Backend,
  type Floats,
  gemm,
  type Matrix,
  mapArray,
  prepare,
  prepareTensor,
} from "../../src/index.ts";
import { bothBuilds, everyBackend } from "../contestants.ts";
import { normals, wigner } from "../data.ts";

type Storage = "f64" | "f32";

/** The entries as they are stored, f32 ones rounded. */
function stored(data: Float64Array, storage: Storage): Floats {
  return storage === "f64" ? data : Float32Array.from(data);
}

/** The product in an iteration on a symmetric N x N matrix; NumPy's is of all of it, in f64. */
function wignerProduct(n: number, storage: Storage): Job {
  // OpenBLAS has no product of f32 entries with f64 vectors.
  const contestants = storage === "f64" ? everyBackend : bothBuilds;
  return {
    name: `Wigner AMP product N=${n}, one triangle, ${storage} storage`,
    work: { amount: 8 * n * n, unit: "GB/s" },
    python: { call: "wigner_product", args: [n] },
    contestants: contestants((backend) => {
      const A = { rows: n, cols: n, data: stored(wigner(n).data, storage) };
      const operator = prepare(A, { symmetric: true, backend });
      const [x, out] = [normals(n, "x"), new Float64Array(n)];
      return () => operator.apply(x, out);
    }),
  };
}

/** tanh of S y, or of S^T y. */
function signs(backend: Backend, S: Matrix, y: Float64Array, transposeA: boolean): Float64Array {
  const column = { rows: y.length, cols: 1, data: y };
  return mapArray("tanh", gemm(S, column, { transposeA, backend }).data, { backend });
}

/**
 * The tensor's part of a sweep over factors u, x, y, each in its turn the tanh of its contraction with the newest of the others: one
 * pass over the tensor here, three contractions in NumPy.
 */
function tensorSweep(n: number, storage: Storage): Job {
  return {
    name: `multi-modal AMP sweep N=${n}, ${storage} storage`,
    work: { amount: 8 * n ** 3, unit: "GB/s" },
    python: { call: "tensor_sweep", args: [n] },
    contestants: bothBuilds((backend) => {
      const data = stored(normals(n ** 3, "T"), storage);
      const T = prepareTensor({ shape: [n, n, n], data }, { backend });
      const [x, y] = [normals(n, "x"), normals(n, "y")];
      const S = { rows: n, cols: n, data: new Float64Array(n * n) };
      return () => {
        T.sweep(x, y, (_, form) => Math.tanh(form), S);
        x.set(signs(backend, S, y, false));
        y.set(signs(backend, S, x, true));
      };
    }),
  };
}

/** What one iteration of approximate message passing costs: products and contractions of data that are prepared beforehand. */
export const messagePassingJobs: readonly Job[] = [
  wignerProduct(4000, "f64"),
  wignerProduct(4000, "f32"),
  tensorSweep(200, "f64"),
  tensorSweep(200, "f32"),
];

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import dgemm from "@stdlib/blas-base-dgemm";
import dgemv from "@stdlib/blas-base-dgemv";
import * as np from "numpy-ts";
import type { Floats, Matrix } from "../src/index.ts";

// Its default holds 256 MB; the largest matrix here has 512.
np.configureWasm({ maxMemory: 3 * 2 ** 30, scratchSize: 2 ** 30 });

/** An array of numpy-ts, of which only the products matter here. */
export type NumpyTsArray = Parameters<typeof np.matmul>[0];

/** A copy of the values as an array of numpy-ts. */
export function numpyTs(data: Floats, shape: number[]): NumpyTsArray {
  const dtype = data instanceof Float32Array ? "float32" : "float64";
  return np.array(data as never, dtype as never).reshape(...shape) as unknown as NumpyTsArray;
}

export function numpyTsMatrix({ rows, cols, data }: Matrix<Floats>): NumpyTsArray {
  return numpyTs(data, [rows, cols]);
}

/** stdlib's C = A B. */
export function stdlibGemm(A: Matrix, B: Matrix): () => Float64Array {
  const [m, n, k] = [A.rows, B.cols, A.cols];
  const plain = "no-transpose";
  return () =>
    dgemm("row-major", plain, plain, m, n, k, 1, A.data, k, B.data, n, 0, new Float64Array(m * n), n);
}

/** stdlib's y = A x. */
export function stdlibGemv({ rows, cols, data }: Matrix, x: Float64Array): () => Float64Array {
  const y = new Float64Array(rows);
  return () => dgemv("row-major", "no-transpose", rows, cols, 1, data, cols, x, 1, 0, y, 1);
}

/** Versions of the peers as installed. */
export function peerVersions(): Record<string, string> {
  const modules = join(import.meta.dirname, "..", "node_modules");
  const names = ["numpy-ts", "ml-matrix", "@stdlib/blas-base-dgemm", "koffi"];
  const version = (name: string): string => {
    const path = join(modules, name, "package.json");
    return existsSync(path)
      ? (JSON.parse(readFileSync(path, "utf8")) as { version: string }).version
      : "missing";
  };
  return Object.fromEntries(names.map((name) => [name, version(name)]));
}

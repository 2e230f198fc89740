import { stream } from "@onsager/random";
import type { Backend } from "../src/backend/backend.ts";
import { nativeBackend } from "../src/backend/native/index.ts";
import { backend } from "../src/backend/select.ts";
import { wasmBackend } from "../src/backend/wasm/index.ts";
import type { Matrix } from "../src/index.ts";

/** Every backend that the tests compare with the reference: both builds of the kernels and OpenBLAS, as far as the machine has them. */
export function comparedBackends(): Backend[] {
  const makers = [() => wasmBackend("plain SIMD"), () => wasmBackend("relaxed SIMD"), nativeBackend];
  return makers.flatMap((make) => {
    try {
      return make() ?? [];
    } catch {
      return [];
    }
  });
}

export const reference: Backend = backend("reference");

/** A matrix of standard normals from the stream `label`. */
export function gaussianMatrix(label: string, rows: number, cols: number): Matrix {
  const data = new Float64Array(rows * cols);
  stream(31).split(label).fillNormal(data);
  return { rows, cols, data };
}

/** (G + G^T)/sqrt(2 n). */
export function wigner(label: string, n: number): Matrix {
  const { data } = gaussianMatrix(label, n, n);
  const scale = 1 / Math.sqrt(2 * n);
  return {
    rows: n,
    cols: n,
    data: data.map((_, at) => (data[at]! + data[(at % n) * n + Math.floor(at / n)]!) * scale),
  };
}

/** Largest difference of two arrays, entry by entry. */
export function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  let largest = 0;
  for (let i = 0; i < a.length; i++) {
    const difference = Math.abs(a[i]! - b[i]!);
    if (!(difference <= largest)) largest = difference;
  }
  return largest;
}

/** The matrix with its entries rounded to float32. */
export function single({ rows, cols, data }: Matrix): Matrix<Float32Array> {
  return { rows, cols, data: Float32Array.from(data) };
}

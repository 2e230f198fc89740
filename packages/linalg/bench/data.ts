import { stream } from "@onsager/random";
import { backend, fillNormal, gemm, type Matrix, weightedGram } from "../src/index.ts";

/** n normals, the same for every contestant. */
export function normals(n: number, label = "values"): Float64Array {
  const out = new Float64Array(n);
  fillNormal(stream(7).split(label), out, 0, { backend: backend("wasm") });
  return out;
}

/** A matrix of normals. */
export function gaussian(rows: number, cols: number, label = "values"): Matrix {
  return { rows, cols, data: normals(rows * cols, label) };
}

/** (G + G^T)/sqrt(2 n). */
export function wigner(n: number): Matrix {
  const { data } = gaussian(n, n, "wigner");
  const scale = 1 / Math.sqrt(2 * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      const value = (data[i * n + j]! + data[j * n + i]!) * scale;
      data[i * n + j] = value;
      data[j * n + i] = value;
    }
  return { rows: n, cols: n, data };
}

/** X^T X / n of 2n x n normals: positive definite. */
export function covariance(n: number): Matrix {
  return weightedGram(gaussian(2 * n, n), { alpha: 1 / n });
}

/** A Wigner matrix with `count` spikes of strength 2 to 6.5, beyond the bulk's edge 2. */
export function spiked(n: number, count: number): Matrix {
  const A = wigner(n);
  const U = gaussian(count, n, "spikes");
  const weights = Float64Array.from({ length: count }, (_, k) => (2 + (4.5 * k) / (count - 1)) / n);
  const scaled = { ...U, data: U.data.map((value, at) => value * weights[Math.floor(at / n)]!) };
  const spikes = gemm(scaled, U, { transposeA: true }).data;
  for (let i = 0; i < A.data.length; i++) A.data[i]! += spikes[i]!;
  return A;
}

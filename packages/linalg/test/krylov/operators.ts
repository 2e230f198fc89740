import { stream } from "@onsager/random";
import {
  gemm,
  type Matrix,
  type Operator,
  orthonormalise,
  type TransposableOperator,
  type Which,
} from "../../src/index.ts";

/** How the wanted values come first. */
export const sorted: Record<Which, (a: number, b: number) => number> = {
  largest: (a, b) => b - a,
  smallest: (a, b) => a - b,
  magnitude: (a, b) => Math.abs(b) - Math.abs(a),
};

/** The ends of a spectrum. */
export const ends = Object.keys(sorted) as Which[];

/** An operator that counts the vectors and the blocks it is applied to. */
export interface Counted extends Operator {
  readonly counts: { vectors: number; blocks: number };
}

/** A diagonal operator: no matrix exists. */
export function diagonal(values: readonly number[] | Float64Array): Counted {
  const n = values.length;
  const counts = { vectors: 0, blocks: 0 };
  return {
    rows: n,
    cols: n,
    counts,
    apply(x, out) {
      counts.vectors++;
      for (let i = 0; i < n; i++) out[i] = values[i]! * x[i]!;
    },
  };
}

/** A stored symmetric matrix, a block at a time. */
export function blockwise(A: Matrix): Counted {
  const counts = { vectors: 0, blocks: 0 };
  return {
    rows: A.rows,
    cols: A.cols,
    counts,
    apply() {
      throw new Error("applyBlock was to be used");
    },
    applyBlock(X, out) {
      counts.blocks++;
      counts.vectors += X.rows;
      out.data.set(gemm(X, A, { transposeB: true }).data);
    },
  };
}

/** The rank-one matrix with the entries s u_i v_j. */
export function rankOne(s: number, u: Float64Array, v: Float64Array): TransposableOperator {
  const into = (a: Float64Array, b: Float64Array, x: Float64Array, out: Float64Array): void => {
    let overlap = 0;
    for (let i = 0; i < b.length; i++) overlap += b[i]! * x[i]!;
    for (let i = 0; i < a.length; i++) out[i] = s * overlap * a[i]!;
  };
  return {
    rows: u.length,
    cols: v.length,
    apply: (x, out) => into(u, v, x, out),
    applyTranspose: (x, out) => into(v, u, x, out),
  };
}

/** Orthonormal Gaussian rows. */
export function frame(label: string, rows: number, cols: number): Matrix {
  const data = new Float64Array(rows * cols);
  stream(41).split(label).fillNormal(data);
  return orthonormalise({ rows, cols, data }).basis;
}

/** U^T diag(values) U for orthonormal rows U. */
export function withSpectrum(label: string, values: readonly number[], n: number): Matrix {
  const U = frame(label, values.length, n);
  const scaled = { ...U, data: U.data.map((value, at) => value * values[Math.floor(at / n)]!) };
  return gemm(U, scaled, { transposeA: true });
}

/** Largest |A v_j - theta_j v_j| over the pairs. */
export function trueResidual(A: Matrix, values: Float64Array, vectors: Matrix): number {
  const image = gemm(vectors, A, { transposeB: true });
  let worst = 0;
  for (let j = 0; j < vectors.rows; j++) {
    let squares = 0;
    for (let i = j * A.rows; i < (j + 1) * A.rows; i++)
      squares += (image.data[i]! - values[j]! * vectors.data[i]!) ** 2;
    worst = Math.max(worst, Math.sqrt(squares));
  }
  return worst;
}

/** Largest entry of V V^T - I. */
export function orthogonalityError(V: Matrix): number {
  const gram = gemm(V, V, { transposeB: true }).data;
  return gram.reduce(
    (most, value, at) => Math.max(most, Math.abs(value - (at % (V.rows + 1) === 0 ? 1 : 0))),
    0,
  );
}

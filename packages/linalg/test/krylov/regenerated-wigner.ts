import type { Stream } from "@onsager/random";
import { fillNormal, gemm, type Matrix, type Operator } from "../../src/index.ts";

const CHUNK = 64;

/** Columns `from` to `to`. */
function columns({ rows, cols, data }: Matrix, from: number, to: number): Matrix {
  const out = new Float64Array(rows * (to - from));
  for (let i = 0; i < rows; i++) out.set(data.subarray(i * cols + from, i * cols + to), i * (to - from));
  return { rows, cols: to - from, data: out };
}

/** Adds `part` to the columns of `out` from `from` on. */
function addColumns(out: Matrix, from: number, part: Matrix): void {
  for (let i = 0; i < part.rows; i++)
    for (let j = 0; j < part.cols; j++) out.data[i * out.cols + from + j]! += part.data[i * part.cols + j]!;
}

/** Rows `from` to `to` of the upper triangle U of the Gaussian matrix U + U^T: entry (i, j) is the normal of index i n + j. */
function upperRows(random: Stream, n: number, from: number, to: number): Matrix {
  const data = new Float64Array((to - from) * n);
  for (let i = from; i < to; i++) {
    const row = data.subarray((i - from) * n + i, (i - from + 1) * n);
    fillNormal(random, row, i * n + i);
    row[0]! *= Math.SQRT1_2;
  }
  return { rows: to - from, cols: n, data };
}

/**
 * W + sum_j s_j u_j u_j^T with the rows u_j of `directions` and a Wigner matrix W of order n with edges at -2 and 2, whose entries are
 * drawn anew in each pass: W is never stored.
 */
export function regeneratedWigner(random: Stream, directions: Matrix, spikes: readonly number[]): Operator {
  const n = directions.cols;
  const applyBlock = (X: Matrix, out: Matrix): void => {
    out.data.fill(0);
    for (let from = 0; from < n; from += CHUNK) {
      const to = Math.min(from + CHUNK, n);
      const U = upperRows(random, n, from, to);
      addColumns(out, from, gemm(X, U, { transposeB: true }));
      addColumns(out, 0, gemm(columns(X, from, to), U));
    }
    const overlaps = gemm(X, directions, { transposeB: true });
    const scaled = {
      ...overlaps,
      data: overlaps.data.map((value, at) => value * spikes[at % spikes.length]!),
    };
    const spiked = gemm(scaled, directions).data;
    for (let at = 0; at < spiked.length; at++) out.data[at] = out.data[at]! / Math.sqrt(n) + spiked[at]!;
  };
  const row = (data: Float64Array): Matrix => ({ rows: 1, cols: n, data });
  return { rows: n, cols: n, applyBlock, apply: (x, out) => applyBlock(row(x), row(out)) };
}

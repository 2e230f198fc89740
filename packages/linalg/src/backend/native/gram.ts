import type { Floats } from "../../matrix.ts";
import type { Product } from "../backend.ts";
import { ROW_MAJOR, TRANSPOSED, UPPER } from "./cblas.ts";
import type { OpenBlas } from "./library.ts";

/** Bytes of the rows of one sign that are gathered before they are added: within a core's second-level cache. */
const GATHERED = 2 ** 18;

/** Rows of one sign, each multiplied by the root of its weight's size. */
interface Gathered {
  readonly sign: 1 | -1;
  readonly rows: Floats;
  count: number;
}

/**
 * The upper triangle of C = alpha X^T diag(w) X, or C += that, X being k x n: a symmetric rank-k update of the rows of positive
 * weight and one of those of negative weight, half of the work of X^T (diag(w) X).
 */
export function nativeGram(blas: OpenBlas, problem: Product): void {
  const { n, k, alpha, B, weights, cOffset = 0, cStride = n, accumulate = false } = problem;
  const C = cOffset === 0 ? problem.C : problem.C.subarray(cOffset);
  const start = B.offset ?? 0;
  const update = C instanceof Float64Array ? blas.dsyrk : blas.ssyrk;
  const add = (factor: number, beta: number, X: Floats, leading: number, rows: number): void => {
    update(ROW_MAJOR, UPPER, TRANSPOSED, n, rows, factor, X, leading, beta, C, cStride);
  };
  if (weights === undefined) {
    add(alpha, accumulate ? 1 : 0, start === 0 ? B.data : B.data.subarray(start), B.rowStride, k);
    return;
  }
  const capacity = Math.max(16, Math.floor(GATHERED / (n * C.BYTES_PER_ELEMENT)));
  const empty = (): Floats =>
    C instanceof Float64Array ? new Float64Array(capacity * n) : new Float32Array(capacity * n);
  const positive: Gathered = { sign: 1, rows: empty(), count: 0 };
  const negative: Gathered = { sign: -1, rows: empty(), count: 0 };
  const flush = (gathered: Gathered): void => {
    if (gathered.count > 0) add(gathered.sign * alpha, 1, gathered.rows, n, gathered.count);
    gathered.count = 0;
  };
  if (!accumulate) for (let i = 0; i < n; i++) C.fill(0, i * cStride + i, i * cStride + n);
  for (let i = 0; i < k; i++) {
    const weight = weights[i]!;
    if (weight === 0) continue;
    const gathered = weight > 0 ? positive : negative;
    gather(gathered, B.data, start + i * B.rowStride, n, Math.sqrt(Math.abs(weight)));
    if (gathered.count === capacity) flush(gathered);
  }
  flush(positive);
  flush(negative);
}

function gather(gathered: Gathered, data: Floats, start: number, n: number, factor: number): void {
  const { rows } = gathered;
  const to = gathered.count++ * n;
  if (factor === 1) rows.set(data.subarray(start, start + n), to);
  else if (data instanceof Float64Array && rows instanceof Float64Array)
    scale64(rows, to, data, start, n, factor);
  else scale32(rows as Float32Array, to, data as Float32Array, start, n, factor);
}

// One function for each kind of array: the engine compiles each for that kind alone, at twice the speed.
type Scale<D extends Floats> = (
  out: D,
  to: number,
  data: D,
  start: number,
  n: number,
  factor: number,
) => void;

const scale64: Scale<Float64Array> = (out, to, data, start, n, factor) => {
  for (let j = 0; j < n; j++) out[to + j] = factor * data[start + j]!;
};

const scale32: Scale<Float32Array> = (out, to, data, start, n, factor) => {
  for (let j = 0; j < n; j++) out[to + j] = factor * data[start + j]!;
};

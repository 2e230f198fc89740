import { reject, requireInteger } from "../argument-checks.ts";
import type { Backend } from "../backend/backend.ts";
import { backend as defaultBackend } from "../backend/select.ts";
import type { BackendOptions } from "../backend-options.ts";
import { rowMajor, transposed } from "../decompositions/products.ts";
import type { Matrix } from "../matrix.ts";
import type { Operator } from "../operator.ts";

/** Some of the samples. */
export interface WeightedBatch {
  /** A sample a row, `dimension` columns. */
  readonly features: Matrix;
  /** A weight of either sign for each sample. */
  readonly weights: Float64Array;
}

/** Options of `streamedGram`. */
export interface StreamedGramOptions extends BackendOptions {
  /** Length of a sample. */
  readonly dimension: number;
  /** Whether the identity is subtracted from each z z^T, its expectation under N(0, I); default false. */
  readonly subtractIdentity?: boolean;
}

/** Sums over the batches seen in a pass. */
interface Totals {
  samples: number;
  weight: number;
}

/** out += sum_mu w_mu (X z_mu) z_mu^T over the samples of a batch, for the rows of X. */
function addBatch(backend: Backend, X: Matrix, out: Matrix, { features, weights }: WeightedBatch): void {
  const { rows: k, cols: d } = X;
  const n = features.rows;
  const Z = rowMajor(features.data, d);
  const overlaps = new Float64Array(k * n);
  backend.product({ m: k, n, k: d, alpha: 1, A: rowMajor(X.data, d), B: transposed(Z), C: overlaps });
  const sum = new Float64Array(k * d);
  backend.product({ m: k, n: d, k: n, alpha: 1, A: rowMajor(overlaps, n), B: Z, C: sum, weights });
  for (let i = 0; i < sum.length; i++) out.data[i]! += sum[i]!;
}

function requireBatch({ features, weights }: WeightedBatch, dimension: number): void {
  if (features.cols === dimension && features.rows === weights.length) return;
  throw new TypeError(
    `streamedGram: batch must have ${dimension} columns and a weight a row, got ${features.rows} x ${features.cols} with ${weights.length} weights`,
  );
}

/** One pass over the batches. */
function pass(batches: Iterable<WeightedBatch>, options: StreamedGramOptions, X: Matrix, out: Matrix): void {
  const { dimension, subtractIdentity = false, backend = defaultBackend() } = options;
  const totals: Totals = { samples: 0, weight: 0 };
  out.data.fill(0);
  for (const batch of batches) {
    requireBatch(batch, dimension);
    addBatch(backend, X, out, batch);
    totals.samples += batch.features.rows;
    for (const weight of batch.weights) totals.weight += weight;
  }
  if (totals.samples === 0) throw new TypeError("streamedGram: batches must hold samples, got none");
  const shift = subtractIdentity ? totals.weight : 0;
  for (let i = 0; i < out.data.length; i++)
    out.data[i] = (out.data[i]! - shift * X.data[i]!) / totals.samples;
}

/**
 * The weighted second moment (1/n) sum_mu w_mu z_mu z_mu^T, or (1/n) sum_mu w_mu (z_mu z_mu^T - I), as a symmetric operator that is
 * never stored: each product is a pass over the batches, and `applyBlock` takes one pass for a whole block. Memory is that of a
 * batch.
 *
 * @param batches - iterated anew in each pass, with the same samples every time: stored, or made again from a random stream
 * @param options - `dimension` (length of a sample), `subtractIdentity` (default false), `backend`
 * @throws RangeError if `dimension` is not a positive integer; TypeError, in a pass, for batches whose shapes do not fit or that
 *   hold no sample
 *
 * @example
 * const batches = [{ features: { rows: 2, cols: 2, data: Float64Array.of(1, 0, 0, 2) }, weights: Float64Array.of(1, -1) }];
 * topEigen(streamedGram(batches, { dimension: 2 }), { count: 1, which: "magnitude" }).values; // -2
 */
export function streamedGram(batches: Iterable<WeightedBatch>, options: StreamedGramOptions): Operator {
  const { dimension } = options;
  if (typeof batches?.[Symbol.iterator] !== "function")
    reject("streamedGram", "batches", "be iterable", batches);
  requireInteger("streamedGram", "dimension", dimension, 1, 2 ** 32 - 1);
  const applyBlock = (X: Matrix, out: Matrix): void => pass(batches, options, X, out);
  const row = (data: Float64Array): Matrix => ({ rows: 1, cols: dimension, data });
  return {
    rows: dimension,
    cols: dimension,
    apply: (x, out) => applyBlock(row(x), row(out)),
    applyBlock,
  };
}

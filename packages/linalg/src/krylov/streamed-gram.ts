import { reject, rejectKind, requireFiniteArray, requireInteger } from "../argument-checks.ts";
import type { Backend } from "../backend/backend.ts";
import { type BackendOptions, backendOf } from "../backend-options.ts";
import { requireBlocks, requireMatrix, requireSize } from "../check.ts";
import { featureCount } from "../maps/feature-count.ts";
import type { Matrix } from "../matrix.ts";
import type { Operator } from "../operator.ts";
import { rowMajor, transposed } from "../products.ts";

/** Some of the samples. */
export interface WeightedBatch {
  /** A sample a row, `dimension` columns. */
  readonly X: Matrix;
  /** A weight of either sign for each sample. */
  readonly weights: Float64Array;
}

/** Options of `streamedGram`. */
export interface StreamedGramOptions extends BackendOptions {
  /** Length d of a sample. */
  readonly dimension: number;
  /** Order of the Hermite features z that are taken of a sample; default 1, the sample itself. */
  readonly order?: 1 | 2 | 3;
  /** Whether the identity is subtracted from each z z^T, its expectation under x ~ N(0, I); default false. */
  readonly subtractIdentity?: boolean;
}

/** Adds sum_mu w_mu (V z_mu) z_mu^T over the samples of a batch to `out`, V and `out` being blocks of rows. */
type AddBatch = (batch: WeightedBatch, V: Matrix, out: Matrix) => void;

/** The samples are the features: two products. */
function addSamples(backend: Backend, { X, weights }: WeightedBatch, V: Matrix, out: Matrix): void {
  const { rows: k, cols: d } = V;
  const n = X.rows;
  const samples = rowMajor(X.data, d);
  const values = new Float64Array(k * n);
  backend.product({ m: k, n, k: d, alpha: 1, A: rowMajor(V.data, d), B: transposed(samples), C: values });
  const A = rowMajor(values, n);
  backend.product({ m: k, n: d, k: n, alpha: 1, A, B: samples, C: out.data, weights, accumulate: true });
}

function adder(options: StreamedGramOptions): AddBatch {
  const backend = backendOf("streamedGram", options);
  const { order = 1 } = options;
  if (order === 1) return (batch, V, out) => addSamples(backend, batch, V, out);
  return ({ X, weights }, V, out) => backend.addHermiteGram(X, weights, order, V, out);
}

function requireBatch(batch: WeightedBatch, dimension: number): void {
  const call = "streamedGram";
  if (typeof batch !== "object" || batch === null) rejectKind(call, "batch", "be an object", batch);
  const { X, weights } = batch;
  requireMatrix(call, "batch.X", X);
  for (const [name, data] of Object.entries({ "batch.X.data": X.data, "batch.weights": weights }))
    if (!(data instanceof Float64Array)) rejectKind(call, name, "be a Float64Array", data);
  requireFiniteArray(call, "batch.weights", weights);
  if (X.cols === dimension && X.rows === weights.length) return;
  throw new TypeError(
    `streamedGram: batch must have ${dimension} columns and a weight a row, got ${X.rows} x ${X.cols} with ${weights.length} weights`,
  );
}

/** Sums over the batches seen in a pass. */
interface Totals {
  samples: number;
  weight: number;
}

/** One pass over the batches. */
function pass(
  batches: Iterable<WeightedBatch>,
  add: AddBatch,
  { dimension, subtractIdentity = false }: StreamedGramOptions,
  V: Matrix,
  out: Matrix,
): void {
  const totals: Totals = { samples: 0, weight: 0 };
  out.data.fill(0);
  for (const batch of batches) {
    requireBatch(batch, dimension);
    add(batch, V, out);
    totals.samples += batch.X.rows;
    for (const weight of batch.weights) totals.weight += weight;
  }
  if (totals.samples === 0) throw new TypeError("streamedGram: batches must hold samples, got none");
  const shift = subtractIdentity ? totals.weight : 0;
  for (let i = 0; i < out.data.length; i++)
    out.data[i] = (out.data[i]! - shift * V.data[i]!) / totals.samples;
}

/**
 * The weighted second moment (1/n) sum_mu w_mu z_mu z_mu^T, or (1/n) sum_mu w_mu (z_mu z_mu^T - I), as a symmetric operator that is
 * never stored: each product is a pass over the batches, and `applyBlock` takes one pass for a whole block. z_mu is the sample x_mu
 * or, with `order` 2 or 3, its m Hermite features (those of `hermiteFeatures`), which are not stored either. Memory is that of a
 * batch and of the block; a pass over features costs 4 n m operations a vector, of which four cost as much as one.
 *
 * @param batches - iterated anew in each pass, with the same samples every time: stored, or made again from a random stream; about
 *   2000 samples each
 * @param options - `dimension` (length d of a sample), `order` (1, 2 or 3; default 1), `subtractIdentity` (default false), `backend`
 * @returns m x m: m = d for order 1, d(d + 1)/2 for order 2, d(d + 1)(d + 2)/6 for order 3
 * @throws RangeError if `dimension` is not a positive integer or `order` none of the three; TypeError or RangeError, in a pass, for batches whose
 *   shapes do not fit, that are not f64 and finite, or that hold no sample
 *
 * @example
 * const batches = [{ X: { rows: 2, cols: 2, data: Float64Array.of(1, 0, 0, 2) }, weights: Float64Array.of(1, -1) }];
 * topEigen(streamedGram(batches, { dimension: 2 }), { count: 1, which: "magnitude" }).values; // -2
 */
export function streamedGram(batches: Iterable<WeightedBatch>, options: StreamedGramOptions): Operator {
  const add = adder(options);
  const { dimension, order = 1 } = options;
  if (typeof batches?.[Symbol.iterator] !== "function")
    reject("streamedGram", "batches", "be iterable", batches);
  requireSize("streamedGram", "dimension", dimension);
  requireInteger("streamedGram", "order", order, 1, 3);
  const size = featureCount(dimension, order);
  const applyBlock = (V: Matrix, out: Matrix): void => {
    requireBlocks("streamedGram", V, size, out, size);
    pass(batches, add, options, V, out);
  };
  const row = (data: Float64Array): Matrix => ({ rows: 1, cols: size, data });
  return {
    rows: size,
    cols: size,
    apply: (x, out) => applyBlock(row(x), row(out)),
    applyBlock,
  };
}

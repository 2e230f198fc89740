import { type Backend, gemm, type Matrix } from "@onsager/linalg";
import { rejectKind, requireOptions } from "../argument-checks.ts";
import { type AmpSettings, ampSettings } from "../engines/amp-settings.ts";
import type { AmpOptions } from "../engines/amp-state.ts";
import { hasDiverged, statusOf } from "../engines/end-of-run.ts";
import { relativeChange } from "../engines/vectors.ts";
import { requireDesign, requireMatrix } from "../glm/design-operator.ts";
import type { Status } from "../status.ts";
import { type MultiIndexChannel, requireMultiIndexChannel } from "./multi-index-channel.ts";
import { outputGradient } from "./output-gradient.ts";
import { identity, posteriorCovariance } from "./small-matrix.ts";

/** Options of `multiIndexAmp`. */
export interface MultiIndexAmpOptions extends AmpOptions {
  /** The law of a label given its p projections. */
  readonly channel: MultiIndexChannel;
  /** p x N: where to start. Row k estimates direction k; channels that do not tell signs leave zero only from a start that is not. */
  readonly start: Matrix;
  /** p x N: the directions, for diagnostics. */
  readonly truth?: Matrix;
  /** The kernels; default `backend()` of `@onsager/linalg`. */
  readonly backend?: Backend;
}

/** A run after a sweep. */
export interface MultiIndexAmpState {
  /** Sweeps so far. */
  readonly iteration: number;
  /** How the run ended; undefined while it goes on. */
  readonly status: Status | undefined;
  /** |W - W_old|^2/|W|^2. */
  readonly residual: number;
  /** p x N: row k estimates direction k, up to the symmetries of the channel. */
  readonly directions: Matrix;
  /** L = alpha <g g^T>, p x p. */
  readonly precision: Matrix;
  /** W W^T/N, p x p. */
  readonly squares: Matrix;
  /** W W*^T/N, p x p, where the truth is known. */
  readonly overlaps: Matrix | undefined;
}

/**
 * AMP for a label that depends on a few projections, y = channel(F W*^T), F of alpha N rows with independent entries of variance 1/N,
 * W* of p rows with entries from N(0, 1), sweep by sweep:
 *
 *     omega = F W^T - G_old V,  g = V^{-1}(E[z | y, omega, V] - omega),  L = alpha <g g^T>,
 *     B = W^T L + F^T G,  W^T = B (I + L)^{-1},  V = (I + L)^{-1}.
 *
 * @param F - alpha N x N
 * @param y - alpha N labels
 * @param options - `channel`, `start`; `truth`, `damping`, `maximumIterations`, `tolerance`, `backend`
 * @throws TypeError or RangeError for shapes that do not fit, NaN, or an option that is not as described
 * @see Troiani, Dandi, Defilippis, Zdeborova, Loureiro, Krzakala, arXiv 2405.15480
 */
export function* multiIndexAmpSteps(
  F: Matrix,
  y: Float64Array,
  options: MultiIndexAmpOptions,
): Generator<MultiIndexAmpState, void> {
  const settings = checked(F, y, options);
  const { start, truth, channel, backend } = options;
  const [p, cols] = [channel.rank, F.cols];
  const overlapOf = (A: Matrix, B: Matrix): Matrix =>
    scaled(gemm(A, B, { transposeB: true, ...(backend && { backend }) }), 1 / cols);
  const sweep = multiIndexSweep(F, y, options, settings);
  let W: Matrix = { rows: p, cols, data: Float64Array.from(start.data) };
  for (let iteration = 1; ; iteration++) {
    const { directions, precision } = sweep(W);
    const norms = diagonal(overlapOf(directions, directions));
    const diverged = norms.some((norm) => hasDiverged({ meanSquare: norm, meanVariance: 0 }, 1));
    const residual = diverged ? Infinity : relativeChange(directions.data, W.data);
    const status = diverged ? "diverged" : statusOf({ iteration, residual }, norms, settings);
    if (!diverged) W = directions;
    const squares = overlapOf(W, W);
    const overlaps = truth && overlapOf(W, truth);
    yield { iteration, status, residual, directions: W, precision, squares, overlaps };
    if (status !== undefined) return;
  }
}

interface Swept {
  readonly directions: Matrix;
  readonly precision: Matrix;
}

/** A sweep, which remembers G and V. */
function multiIndexSweep(
  F: Matrix,
  y: Float64Array,
  { channel, backend }: MultiIndexAmpOptions,
  { damping }: AmpSettings,
): (W: Matrix) => Swept {
  const p = channel.rank;
  const kernels = backend ? { backend } : {};
  let V = identity(p);
  let G: Matrix = { rows: F.rows, cols: p, data: new Float64Array(F.rows * p) };
  return (W) => {
    const omega = gemm(F, W, { transposeB: true, ...kernels });
    subtractProduct(omega, G, V);
    G = gradients(channel, y, omega, V);
    const L = scaled(gemm(G, G, { transposeA: true, ...kernels }), 1 / F.cols);
    const covariance = posteriorCovariance(L.data, p);
    const B = gemm(G, F, { transposeA: true, ...kernels });
    addProduct(B, L.data, W);
    const next: Matrix = { ...B, data: new Float64Array(B.data.length) };
    addProduct(next, covariance, B);
    V = damped(covariance, V, damping);
    return { directions: { ...next, data: damped(next.data, W.data, damping) }, precision: L };
  };
}

function damped(now: Float64Array, old: Float64Array, damping: number): Float64Array {
  return damping === 0 ? now : now.map((value, i) => (1 - damping) * value + damping * old[i]!);
}

function diagonal({ rows, data }: Matrix): number[] {
  return Array.from({ length: rows }, (_, k) => data[k * rows + k]!);
}

function checked(F: Matrix, y: Float64Array, options: MultiIndexAmpOptions): AmpSettings {
  const call = "multiIndexAmp";
  requireOptions(call, options);
  const { channel, start, truth } = options;
  requireMultiIndexChannel(call, channel);
  requireMatrix(call, "F", F);
  requireDesign(call, "F", F, { y, vectors: {} });
  for (const [name, matrix] of Object.entries({ start, truth })) {
    if (matrix === undefined && name === "truth") continue;
    if (matrix?.rows !== channel.rank || matrix.cols !== F.cols)
      rejectKind(call, name, `be ${channel.rank} x ${F.cols}`, `${matrix?.rows} x ${matrix?.cols}`);
    requireMatrix(call, name, matrix);
  }
  return ampSettings(call, options);
}

function scaled(matrix: Matrix, factor: number): Matrix {
  return { ...matrix, data: matrix.data.map((value) => factor * value) };
}

/** omega -= G V, row by row; V is p x p. */
function subtractProduct(omega: Matrix, G: Matrix, V: Float64Array): void {
  const p = omega.cols;
  for (let mu = 0; mu < omega.rows; mu++)
    for (let j = 0; j < p; j++)
      for (let k = 0; k < p; k++) omega.data[mu * p + j]! -= G.data[mu * p + k]! * V[k * p + j]!;
}

/** B += S W for symmetric p x p S and B, W of p rows. */
function addProduct(B: Matrix, S: Float64Array, W: Matrix): void {
  const p = B.rows;
  for (let j = 0; j < p; j++)
    for (let k = 0; k < p; k++)
      for (let i = 0; i < B.cols; i++) B.data[j * B.cols + i]! += S[j * p + k]! * W.data[k * W.cols + i]!;
}

function gradients(channel: MultiIndexChannel, y: Float64Array, omega: Matrix, V: Float64Array): Matrix {
  const p = channel.rank;
  const gradient = outputGradient(channel, V);
  const data = new Float64Array(omega.data.length);
  for (let mu = 0; mu < y.length; mu++)
    gradient(y[mu]!, omega.data.subarray(mu * p, (mu + 1) * p), data.subarray(mu * p, (mu + 1) * p));
  return { ...omega, data };
}

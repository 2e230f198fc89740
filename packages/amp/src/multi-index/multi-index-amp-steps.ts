import { type Backend, gemm, type Matrix } from "@onsager/linalg";
import {
  reject,
  rejectKind,
  requireFiniteArray,
  requireInteger,
  requireLength,
  requireOptions,
  requirePositive,
} from "../argument-checks.ts";
import type { Status } from "../status.ts";
import type { MultiIndexChannel } from "./multi-index-channel.ts";
import { outputGradient } from "./output-gradient.ts";
import { identity, inverse } from "./small-matrix.ts";

/** Options of `multiIndexAmp`. */
export interface MultiIndexAmpOptions {
  /** The law of a label given its p projections. */
  readonly channel: MultiIndexChannel;
  /** p x N: where to start. Row k estimates direction k; channels that do not tell signs leave zero only from a start that is not. */
  readonly start: Matrix;
  /** p x N: the directions, for diagnostics. */
  readonly truth?: Matrix;
  /** Largest number of sweeps; default 100. */
  readonly maximumIterations?: number;
  /** Ends the run once |W - W_old|^2/|W|^2 is at most this; default 1e-10. */
  readonly tolerance?: number;
  /** The kernels; default `backend()` of `@onsager/linalg`. */
  readonly backend?: Backend;
}

/** A run after a sweep. */
export interface MultiIndexAmpState {
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

const UNINFORMATIVE = 1e-6;
const DIVERGED = 1e3;

/**
 * AMP for a label that depends on a few projections, y = channel(F W*^T), F of alpha N rows with independent entries of variance 1/N,
 * W* of p rows with entries from N(0, 1), sweep by sweep:
 *
 *     omega = F W^T - G_old V,  g = V^{-1}(E[z | y, omega, V] - omega),  L = alpha <g g^T>,
 *     B = W^T L + F^T G,  W^T = B (I + L)^{-1},  V = (I + L)^{-1}.
 *
 * @param F - alpha N x N
 * @param y - alpha N labels
 * @param options - `channel`, `start`; `truth`, `maximumIterations`, `tolerance`, `backend`
 * @throws TypeError or RangeError for shapes that do not fit, NaN, or an option that is not as described
 * @see Troiani, Dandi, Defilippis, Zdeborova, Loureiro, Krzakala, arXiv 2405.15480
 */
export function* multiIndexAmpSteps(
  F: Matrix,
  y: Float64Array,
  options: MultiIndexAmpOptions,
): Generator<MultiIndexAmpState, void> {
  const {
    channel,
    start,
    truth,
    maximumIterations = 100,
    tolerance = 1e-10,
    backend,
  } = checked(F, y, options);
  const [p, rows, cols] = [channel.rank, F.rows, F.cols];
  const kernels = backend ? { backend } : {};
  const product = (A: Matrix, B: Matrix): Matrix => gemm(A, B, { transposeB: true, ...kernels });
  const overlapOf = (A: Matrix, B: Matrix): Matrix => scaled(product(A, B), 1 / cols);
  let W: Matrix = { rows: p, cols, data: Float64Array.from(start.data) };
  let V = identity(p);
  let G: Matrix = { rows, cols: p, data: new Float64Array(rows * p) };
  for (let iteration = 1; ; iteration++) {
    const omega = product(F, W);
    subtractProduct(omega, G, V);
    G = gradients(channel, y, omega, V);
    const L = scaled(gemm(G, G, { transposeA: true, ...kernels }), 1 / cols);
    V = inverse(
      L.data.map((value, at) => value + (at % (p + 1) === 0 ? 1 : 0)),
      p,
    );
    const B = gemm(G, F, { transposeA: true, ...kernels });
    addProduct(B, L.data, W);
    const next: Matrix = { rows: p, cols, data: new Float64Array(p * cols) };
    addProduct(next, V, B);
    const squares = overlapOf(next, next);
    const residual = change(next.data, W.data);
    const status = statusOf(squares, residual, tolerance, iteration, maximumIterations);
    if (status !== "diverged") W = next;
    yield {
      iteration,
      status,
      residual,
      directions: W,
      precision: L,
      squares: overlapOf(W, W),
      overlaps: truth && overlapOf(W, truth),
    };
    if (status !== undefined) return;
  }
}

function checked(F: Matrix, y: Float64Array, options: MultiIndexAmpOptions): MultiIndexAmpOptions {
  const call = "multiIndexAmp";
  requireOptions(call, options);
  const { channel, start, truth, maximumIterations = 100, tolerance = 1e-10 } = options;
  if (typeof channel?.posteriorMean !== "function")
    rejectKind(call, "channel", "be a multi-index channel", channel);
  requireFiniteArray(call, "y", y);
  requireLength(call, "y", y.length, F?.rows, "F.rows");
  for (const [name, matrix] of Object.entries({ start, truth })) {
    if (matrix === undefined && name === "truth") continue;
    if (matrix?.rows !== channel.rank || matrix.cols !== F.cols)
      rejectKind(call, name, `be ${channel.rank} x ${F.cols}`, `${matrix?.rows} x ${matrix?.cols}`);
    requireFiniteArray(call, `${name}.data`, matrix.data);
  }
  requireInteger(call, "maximumIterations", maximumIterations, 1, 2 ** 31);
  requirePositive(call, "tolerance", tolerance);
  if (!(channel.rank >= 1)) reject(call, "channel.rank", "be at least 1", channel.rank);
  return options;
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

function change(now: Float64Array, old: Float64Array): number {
  let [difference, square] = [0, 0];
  for (let i = 0; i < now.length; i++) {
    difference += (now[i]! - old[i]!) ** 2;
    square += now[i]! ** 2;
  }
  return difference === 0 ? 0 : difference / square;
}

function statusOf(
  { rows, data }: Matrix,
  residual: number,
  tolerance: number,
  iteration: number,
  maximumIterations: number,
): Status | undefined {
  const diagonal = Array.from({ length: rows }, (_, k) => data[k * rows + k]!);
  if (!diagonal.every((square) => square <= DIVERGED)) return "diverged";
  if (!(residual <= tolerance) && iteration < maximumIterations) return undefined;
  if (Math.max(...diagonal) < UNINFORMATIVE) return "uninformative";
  return residual <= tolerance ? "converged" : "iterationLimit";
}

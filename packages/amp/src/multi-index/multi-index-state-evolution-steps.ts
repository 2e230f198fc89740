import type { Matrix } from "@onsager/linalg";
import { rejectKind, requireInteger, requireOptions, requirePositive } from "../argument-checks.ts";
import { relativeChange } from "../engines/vectors.ts";
import { requireMatrix } from "../glm/design-operator.ts";
import {
  type EvolutionOptions,
  type EvolutionSettings,
  evolutionSettings,
  statusOf,
} from "../glm/evolution-settings.ts";
import type { Stream } from "../random.ts";
import type { Status } from "../status.ts";
import { type MultiIndexChannel, requireMultiIndexChannel } from "./multi-index-channel.ts";
import { outputGradient } from "./output-gradient.ts";
import { addLower, identity, lowerRoot, posteriorCovariance, times } from "./small-matrix.ts";

/** Options of `multiIndexStateEvolution`: `tolerance` defaults to 1e-8, `maximumIterations` to 30. */
export interface MultiIndexStateEvolutionOptions extends EvolutionOptions {
  /** alpha, samples per dimension. */
  readonly ratio: number;
  /** M at the start, p x p, symmetric between 0 and I; default 0.3 I. */
  readonly start?: Matrix;
  /** Samples of each expectation; default 20000. */
  readonly samples?: number;
}

/** State evolution of multi-index AMP after a step. */
export interface MultiIndexStateEvolutionState {
  /** Steps so far; 0 at the start. */
  readonly iteration: number;
  /** How it ended; undefined while it goes on. */
  readonly status: Status | undefined;
  /** M = E W W*^T/N, p x p. */
  readonly overlaps: Matrix;
  /** |M - M_old|^2/|M|^2; infinite at the start. */
  readonly residual: number;
}

const defaults: EvolutionSettings = { tolerance: 1e-8, maximumIterations: 30 };

/** Checks a channel and options. */
export function multiIndexSettings(
  channel: MultiIndexChannel,
  options: MultiIndexStateEvolutionOptions,
): EvolutionSettings {
  const call = "multiIndexStateEvolution";
  requireOptions(call, options);
  requireMultiIndexChannel(call, channel);
  const { ratio, start, samples = 1 } = options;
  requirePositive(call, "ratio", ratio);
  requireInteger(call, "samples", samples, 1, 2 ** 31);
  if (start !== undefined) {
    const p = channel.rank;
    requireMatrix(call, "start", start);
    if (start.rows !== p || start.cols !== p)
      rejectKind(call, "start", `be ${p} x ${p}`, `${start.rows} x ${start.cols}`);
  }
  return evolutionSettings(call, options, defaults);
}

/**
 * State evolution of multi-index AMP, step by step: Qhat = alpha E[g g^T] over omega ~ N(0, M), z ~ N(omega, I - M) and the label of
 * z, then M = Qhat (I + Qhat)^{-1}; expectations by Monte Carlo, on the same samples at every step. Yields the start, then a state a
 * step.
 *
 * @param channel - of rank p
 * @param options - `ratio`; `start`, `samples`, `tolerance`, `maximumIterations`
 * @param random - samples: omega and z from `split("normals")`, labels from `split("labels")`
 * @throws TypeError or RangeError for an option that is not as described
 * @see Troiani, Dandi, Defilippis, Zdeborova, Loureiro, Krzakala, arXiv 2405.15480
 */
export function* multiIndexStateEvolutionSteps(
  channel: MultiIndexChannel,
  options: MultiIndexStateEvolutionOptions,
  random: Stream,
): Generator<MultiIndexStateEvolutionState, void> {
  const settings = multiIndexSettings(channel, options);
  const p = channel.rank;
  const { ratio, start, samples = 20_000 } = options;
  const normals = new Float64Array(2 * p * samples);
  random.split("normals").fillNormal(normals);
  let M = start?.data ?? identity(p).map((value) => 0.3 * value);
  const overlaps = (): Matrix => ({ rows: p, cols: p, data: M });
  yield { iteration: 0, status: undefined, overlaps: overlaps(), residual: Infinity };
  for (let iteration = 1; ; iteration++) {
    const Q = information(channel, M, normals, random.split("labels")).map((value) => ratio * value);
    const next = times(Q, posteriorCovariance(Q, p), p);
    const residual = relativeChange(next, M);
    M = next;
    const status = statusOf({ iteration, residual }, settings);
    yield { iteration, status, overlaps: overlaps(), residual };
    if (status !== undefined) return;
  }
}

/** E[g g^T] at overlap M. */
function information(
  channel: MultiIndexChannel,
  M: Float64Array,
  normals: Float64Array,
  labels: Stream,
): Float64Array {
  const p = channel.rank;
  const V = identity(p).map((value, at) => value - M[at]!);
  const [ofM, ofV] = [lowerRoot(M, p), lowerRoot(V, p)];
  const gradient = outputGradient(channel, V);
  const [omega, z, g] = [new Float64Array(p), new Float64Array(p), new Float64Array(p)];
  const out = new Float64Array(p * p);
  const samples = normals.length / (2 * p);
  for (let s = 0; s < samples; s++) {
    const at = 2 * p * s;
    omega.fill(0);
    addLower(ofM, normals, at, omega);
    z.set(omega);
    addLower(ofV, normals, at + p, z);
    gradient(channel.sample(z, labels), omega, g);
    for (let i = 0; i < p; i++) for (let j = 0; j < p; j++) out[i * p + j]! += (g[i]! * g[j]!) / samples;
  }
  return out;
}

import type { Matrix } from "@onsager/linalg";
import { rejectKind, requireInteger, requireOptions, requirePositive } from "../argument-checks.ts";
import type { Stream } from "../random.ts";
import type { MultiIndexChannel } from "./multi-index-channel.ts";
import { outputGradient } from "./output-gradient.ts";
import { identity, inverse, lowerRoot, times } from "./small-matrix.ts";

/** Options of `multiIndexStateEvolution`. */
export interface MultiIndexStateEvolutionOptions {
  /** alpha, samples per dimension. */
  readonly ratio: number;
  /** M at the start, p x p; default 0.3 I. */
  readonly start?: Matrix;
  /** Samples of each expectation; default 20000. */
  readonly samples?: number;
  /** Steps; default 30. */
  readonly iterations?: number;
}

/** State evolution of multi-index AMP by Monte Carlo. */
export interface MultiIndexStateEvolution {
  /** M = E W W*^T/N at the end, p x p. */
  readonly overlaps: Matrix;
  /** M after each step. */
  readonly trajectory: readonly Matrix[];
}

/**
 * State evolution of multi-index AMP: Qhat = alpha E[g g^T] over omega ~ N(0, M), z ~ N(omega, I - M) and the label of z, then
 * M = Qhat (I + Qhat)^{-1}; expectations by Monte Carlo, on the same samples at every step.
 *
 * @param channel - of rank p
 * @param options - `ratio`; `start`, `samples`, `iterations`
 * @param random - samples: omega and z from `split("normals")`, labels from `split("labels")`
 * @throws TypeError or RangeError for an option that is not as described
 * @see Troiani, Dandi, Defilippis, Zdeborova, Loureiro, Krzakala, arXiv 2405.15480
 */
export function multiIndexStateEvolution(
  channel: MultiIndexChannel,
  options: MultiIndexStateEvolutionOptions,
  random: Stream,
): MultiIndexStateEvolution {
  const call = "multiIndexStateEvolution";
  requireOptions(call, options);
  const p = channel.rank;
  const { ratio, samples = 20_000, iterations = 30 } = options;
  const { start = { rows: p, cols: p, data: identity(p).map((value) => 0.3 * value) } } = options;
  requirePositive(call, "ratio", ratio);
  requireInteger(call, "samples", samples, 1, 2 ** 31);
  requireInteger(call, "iterations", iterations, 1, 2 ** 31);
  if (start.rows !== p || start.cols !== p)
    rejectKind(call, "start", `be ${p} x ${p}`, `${start.rows} x ${start.cols}`);
  const normals = new Float64Array(2 * p * samples);
  random.split("normals").fillNormal(normals);
  const trajectory: Matrix[] = [];
  let M = start.data;
  for (let t = 0; t < iterations; t++) {
    const Q = information(channel, M, normals, random.split("labels")).map((value) => ratio * value);
    M = times(
      Q,
      inverse(
        Q.map((value, at) => value + (at % (p + 1) === 0 ? 1 : 0)),
        p,
      ),
      p,
    );
    trajectory.push({ rows: p, cols: p, data: M });
  }
  return { overlaps: trajectory.at(-1)!, trajectory };
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
    for (let i = 0; i < p; i++) {
      [omega[i], z[i]] = [0, 0];
      for (let k = 0; k <= i; k++) {
        omega[i]! += ofM[i * p + k]! * normals[at + k]!;
        z[i]! += ofV[i * p + k]! * normals[at + p + k]!;
      }
    }
    for (let i = 0; i < p; i++) z[i]! += omega[i]!;
    gradient(channel.sample(z, labels), omega, g);
    for (let i = 0; i < p; i++) for (let j = 0; j < p; j++) out[i * p + j]! += (g[i]! * g[j]!) / samples;
  }
  return out;
}

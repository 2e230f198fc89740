import {
  rejectKind,
  requireFiniteArray,
  requireInteger,
  requireLength,
  requireOptions,
} from "../argument-checks.ts";
import type { Observation } from "../models.ts";
import {
  distinctProducts,
  falling,
  residualVariance,
  squaredNorm,
  sumOfSquares,
  type VectorEstimate,
} from "./residual-variance.ts";

/** A spiked observation and what is known of its factors. */
export interface SpikedChannel {
  /** Y = sqrt(D) Z + N_1^{-(p-1)/2} (x)_a w_a. */
  readonly data: Observation;
  /** One for each index of Y. */
  readonly estimates: readonly VectorEstimate[];
  /** N_1, the length of the model's reference factor. */
  readonly reference: number;
}

/**
 * The noise variance of a channel of a shared-factor model by a step of expectation maximisation, the mean of E[(Y - spike)^2] over
 * entries: (|Y|^2 - 2 N_1^{-(p-1)/2} Y[what_1, ..., what_p] + N_1^{-(p-1)} prod_a sum_i (what^2 + sigma))/(prod_a N_a).
 *
 * @param channel - `data`, `estimates` of its factors in the order of its indices, `reference` N_1
 * @throws RangeError or TypeError when a part is not as described
 */
export function channelVariance(channel: SpikedChannel): number {
  requireOptions("channelVariance", channel);
  const { data, estimates, reference } = channel;
  const shape = shapeOf("channelVariance", data);
  requireInteger("channelVariance", "reference", reference, 1, Number.MAX_SAFE_INTEGER);
  requireLength("channelVariance", "estimates", estimates.length, shape.length, "the order of data");
  for (const [a, estimate] of estimates.entries()) {
    requireEstimate("channelVariance", `estimates[${a}]`, estimate, shape[a]!);
  }
  const scale = reference ** (-(shape.length - 1) / 2);
  const signal = contractAll(
    data.data,
    estimates.map(({ mean }) => mean),
  );
  const power = estimates.reduce((product, estimate) => product * squaredNorm(estimate), 1);
  const count = data.data.length;
  return residualVariance({ squares: sumOfSquares(data.data), signal, power, scale, count });
}

/** A symmetric observation and what is known of its vector. */
export interface SymmetricSpikedChannel {
  /** Y = sqrt(D) Z + sqrt((p-1)!)/N^{(p-1)/2} x (x) ... (x) x on distinct indices, zero on coinciding ones. */
  readonly data: Observation;
  /** The estimate of x. */
  readonly estimate: VectorEstimate;
}

/**
 * The same for an observation of a symmetric model: the mean over sets of p distinct indices.
 *
 * @param channel - `data` of order p, `estimate` of x
 * @throws RangeError or TypeError when a part is not as described
 */
export function symmetricChannelVariance(channel: SymmetricSpikedChannel): number {
  requireOptions("symmetricChannelVariance", channel);
  const { data, estimate } = channel;
  const shape = shapeOf("symmetricChannelVariance", data);
  const [N, p] = [shape[0]!, shape.length];
  if (shape.some((length) => length !== N))
    rejectKind("symmetricChannelVariance", "data", "have equal sides", shape.join(" x "));
  requireEstimate("symmetricChannelVariance", "estimate", estimate, N);
  const scale = Math.sqrt(falling(p - 1, p - 1) / N ** (p - 1));
  const signal = contractAll(
    data.data,
    shape.map(() => estimate.mean),
  );
  const power = distinctProducts(estimate, p);
  const count = falling(N, p);
  return residualVariance({ squares: sumOfSquares(data.data), signal, power, scale, count });
}

function shapeOf(call: string, data: Observation): readonly number[] {
  requireOptions(call, data);
  requireFiniteArray(call, "data.data", data.data);
  const shape = "shape" in data ? data.shape : [data.rows, data.cols];
  const size = shape.reduce((product, length) => product * length, 1);
  requireLength(call, "data.data", data.data.length, size, shape.join(" x "));
  return shape;
}

function requireEstimate(
  call: string,
  name: string,
  { mean, variance }: VectorEstimate,
  length: number,
): void {
  requireFiniteArray(call, `${name}.mean`, mean);
  requireFiniteArray(call, `${name}.variance`, variance);
  requireLength(call, `${name}.mean`, mean.length, length, "the side of data");
  requireLength(call, `${name}.variance`, variance.length, length, "the side of data");
}

/** Y[w_1, ..., w_p], the last index first. */
function contractAll(values: Float64Array | Float32Array, vectors: readonly Float64Array[]): number {
  return vectors.reduceRight((array: Float64Array | Float32Array, w) => {
    const out = new Float64Array(array.length / w.length);
    for (let i = 0; i < out.length; i++) {
      let sum = 0;
      for (let j = 0; j < w.length; j++) sum += array[i * w.length + j]! * w[j]!;
      out[i] = sum;
    }
    return out;
  }, values)[0]!;
}

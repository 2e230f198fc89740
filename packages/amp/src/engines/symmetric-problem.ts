import { type Backend, backend as defaultBackend } from "@onsager/linalg";
import { requireInteger, requirePositive } from "../argument-checks.ts";
import type { Denoiser } from "../denoiser.ts";
import type { SymmetricModel } from "../models.ts";
import type { Assumed } from "./assumed.ts";
import { requireDenoiser } from "./require-denoiser.ts";
import {
  requireChannelList,
  requireModel,
  requireObservation,
  requireVector,
} from "./require-observation.ts";
import { requireSymmetricTensor } from "./require-symmetric-tensor.ts";
import { type SymmetricChannel, symmetricChannel } from "./symmetric-channel.ts";

/** A symmetric model where the kernels read it; its only factor is called x. */
export interface SymmetricProblem {
  readonly names: readonly ["x"];
  readonly sizes: readonly [number];
  /** The prior and the variances that were given. */
  readonly assumed: Assumed;
  readonly truth: readonly [Float64Array | undefined];
  readonly channels: readonly SymmetricChannel[];
  dispose(): void;
}

/** Checks a model and its denoiser, and prepares its observations. */
export function symmetricProblem(
  call: string,
  model: SymmetricModel,
  denoiser: Denoiser,
  backend: Backend = defaultBackend(),
): SymmetricProblem {
  requireModel(call, model);
  requireSymmetric(call, model);
  requireDenoiser(call, "prior", denoiser);
  const { dimension, truth } = model;
  const channels: SymmetricChannel[] = [];
  const dispose = (): void => {
    for (const channel of channels) channel.dispose();
  };
  try {
    for (const channel of model.channels) channels.push(symmetricChannel(channel, dimension, backend));
  } catch (error) {
    dispose();
    throw error;
  }
  const assumed = { denoisers: [denoiser], variances: model.channels.map(({ variance }) => variance) };
  return { names: ["x"], sizes: [dimension], assumed, truth: [truth], channels, dispose };
}

function requireSymmetric(call: string, { dimension, channels, truth }: SymmetricModel): void {
  requireInteger(call, "model.dimension", dimension, 2, 2 ** 31);
  requireChannelList(call, channels);
  channels.forEach(({ order, variance, data }, c) => {
    const argument = `model.channels[${c}]`;
    requireInteger(call, `${argument}.order`, order, 2, 6);
    requirePositive(call, `${argument}.variance`, variance);
    requireObservation(call, `${argument}.data`, data, Array<number>(order).fill(dimension));
    if (order > 2) requireSymmetricTensor(call, `${argument}.data`, data, { N: dimension, order });
  });
  if (truth !== undefined) requireVector(call, "model.truth", truth, dimension);
}

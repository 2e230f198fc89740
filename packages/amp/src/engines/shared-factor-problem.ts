import type { Backend } from "@onsager/linalg";
import { backend as defaultBackend } from "@onsager/linalg";
import { reject, rejectKind, requireInteger, requirePositive } from "../argument-checks.ts";
import type { Denoiser } from "../denoiser.ts";
import type { SharedFactorModel } from "../models.ts";
import { requireNames } from "../require-names.ts";
import type { Assumed } from "./assumed.ts";
import { type ObservedChannel, observe } from "./observed-channel.ts";
import { requireDenoiser } from "./require-denoiser.ts";
import {
  requireChannelList,
  requireModel,
  requireObservation,
  requireVector,
} from "./require-observation.ts";

/** A channel of a shared-factor model, its factors by their index. */
export interface FactorChannel {
  readonly observed: ObservedChannel;
  /** Index of the factor of each slot. */
  readonly factors: readonly number[];
  /** N_1^{(p-1)/2}: contractions are divided by it. */
  readonly unit: number;
}

/** A shared-factor model where the kernels read it. */
export interface SharedFactorProblem {
  readonly names: readonly string[];
  readonly sizes: readonly number[];
  /** alpha_a = N_a/N_1. */
  readonly ratios: readonly number[];
  /** The priors and the variances that were given. */
  readonly assumed: Assumed;
  readonly channels: readonly FactorChannel[];
  readonly truth: readonly (Float64Array | undefined)[];
  dispose(): void;
}

/** The names of a model's factors, their sizes checked. */
export function factorNames(call: string, model: SharedFactorModel): string[] {
  requireModel(call, model);
  const { sizes } = model;
  const names = Object.keys(sizes ?? {});
  if (names.length === 0) rejectKind(call, "model.sizes", "name at least one factor", "none");
  for (const name of names) requireInteger(call, `model.sizes.${name}`, sizes[name]!, 1, 2 ** 32 - 1);
  return names;
}

/** Checks a model and its denoisers, and prepares its observations. */
export function sharedFactorProblem(
  call: string,
  model: SharedFactorModel,
  denoisers: Readonly<Record<string, Denoiser>>,
  backend: Backend = defaultBackend(),
): SharedFactorProblem {
  const names = factorNames(call, model);
  const sizes = names.map((name) => model.sizes[name]!);
  requireChannels(call, model, names);
  for (const name of names) requireDenoiser(call, `priors.${name}`, denoisers?.[name]);
  const channels: FactorChannel[] = [];
  const dispose = (): void => {
    for (const { observed } of channels) observed.dispose();
  };
  try {
    for (const { factors, data } of model.channels) {
      const unit = sizes[0]! ** ((factors.length - 1) / 2);
      const indices = factors.map((name) => names.indexOf(name));
      channels.push({ observed: observe(data, backend), factors: indices, unit });
    }
  } catch (error) {
    dispose();
    throw error;
  }
  return {
    names,
    sizes,
    ratios: sizes.map((size) => size / sizes[0]!),
    assumed: {
      denoisers: names.map((name) => denoisers[name]!),
      variances: model.channels.map(({ variance }) => variance),
    },
    channels,
    truth: names.map((name) => model.truth?.[name]),
    dispose,
  };
}

/** Requires channels of known factors, their observations and the truth, as the model describes them. */
export function requireChannels(
  call: string,
  { channels, sizes, truth = {} }: SharedFactorModel,
  names: readonly string[],
): void {
  requireChannelList(call, channels);
  channels.forEach(({ factors, variance, data }, c) => {
    const argument = `model.channels[${c}]`;
    requirePositive(call, `${argument}.variance`, variance);
    if (!Array.isArray(factors) || (factors.length !== 2 && factors.length !== 3))
      rejectKind(call, `${argument}.factors`, "name two or three factors", `${factors}`);
    factors.forEach((name, slot) => {
      if (!names.includes(name))
        reject(call, `${argument}.factors[${slot}]`, `be one of ${names.join(", ")}`, name);
      if (factors.indexOf(name) !== slot) reject(call, `${argument}.factors`, "be different", name);
    });
    requireObservation(
      call,
      `${argument}.data`,
      data,
      factors.map((name) => sizes[name]!),
    );
  });
  requireNames(call, "model.truth", truth, names);
  for (const [name, vector] of Object.entries(truth))
    requireVector(call, `model.truth.${name}`, vector, sizes[name]!);
}

import { symmetricEigenvalues } from "@onsager/linalg";
import type { Ensemble } from "../ensemble.ts";
import { semicircle } from "../laws/semicircle.ts";
import type { SymmetricModel } from "../models.ts";
import { requireSample } from "../require-matrix.ts";
import { contracted } from "./contracted.ts";
import { requireDraw } from "./require-draw.ts";
import type { SpikeOptions } from "./spike-options.ts";
import { requirePrecision } from "./storage.ts";
import { emptySymmetric, factorial, observeSymmetric } from "./symmetric-observation.ts";
import { drawTruth, requirePrior, requireRescale } from "./truth.ts";

/** Order and noise variance of a channel. */
export interface SymmetricChannel {
  /** p, the number of indices. */
  readonly order: number;
  /** D, of the entries on distinct indices. */
  readonly variance: number;
}

/** Observations of one vector x, with what is known of them in the limit. */
export interface SymmetricEnsemble extends Ensemble<SymmetricModel> {
  /** Orders and noise variances, as state evolution reads them. */
  readonly channels: readonly SymmetricChannel[];
}

/**
 * The ensemble of observations of one vector by the given channels, which the caller has checked. It draws the N coordinates of x, then the noise of the channels
 * in order. Law and spectrum are those of the first channel, divided by sqrt(N); a tensor is contracted to a matrix before.
 */
export function symmetricEnsemble(
  name: string,
  call: string,
  channels: readonly SymmetricChannel[],
  options: SpikeOptions,
): SymmetricEnsemble {
  const { prior, rescale = true, precision = "f64" } = options;
  requirePrior(call, "prior", prior);
  requireRescale(call, rescale);
  requirePrecision(call, precision);
  const { order, variance } = channels[0]!;
  return {
    name,
    symmetry: "symmetric",
    law: semicircle({ variance: variance * factorial(order - 2) }),
    channels,
    sample(N, random) {
      requireDraw(call, N, random);
      const observed = channels.map((channel) => ({
        ...channel,
        data: emptySymmetric(call, N, channel.order, precision),
      }));
      const truth = drawTruth(call, N, prior, rescale, random);
      for (const { order, variance, data } of observed)
        observeSymmetric(data, order, variance, truth, random);
      return { dimension: N, channels: observed, truth };
    },
    spectrum(model) {
      requireSample(call, model, "dimension", "channels");
      const {
        dimension,
        channels: [channel],
      } = model;
      const { values } = symmetricEigenvalues(contracted(channel!.data), { checkSymmetry: false });
      return values.map((value) => value / Math.sqrt(dimension));
    },
  };
}

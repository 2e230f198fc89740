import type { Ensemble } from "../ensemble.ts";
import { marchenkoPastur } from "../laws/marchenko-pastur.ts";
import type { SharedFactorModel } from "../models.ts";
import { requireSample } from "../require-matrix.ts";
import { contracted } from "./contracted.ts";
import { requireDraw } from "./require-draw.ts";
import { requireSharedFactor } from "./require-shared-factor.ts";
import { scaledSize } from "./scaled-size.ts";
import { emptyObservation, observeFactors } from "./shared-factor-observation.ts";
import { squaredSingularValues } from "./squared-singular-values.ts";
import type { Precision } from "./storage.ts";
import { drawTruth, type SpikePrior, type TruthOptions } from "./truth.ts";

/** Factors and noise variance of a channel. */
export interface SharedFactorChannel {
  /** Names of two or three different factors, in the order of the slots. */
  readonly factors: readonly string[];
  /** D_c > 0. */
  readonly variance: number;
}

/** How the factors of a shared-factor ensemble are drawn and their observations stored. */
export interface FactorOptions extends TruthOptions {
  /** Law of the coordinates of each factor by its name; those not named have standard normal coordinates. */
  readonly priors?: Readonly<Record<string, SpikePrior>>;
  /** Storage of the observations, filled without a copy in the other; default "f64". */
  readonly precision?: Precision;
}

/** Options of `sharedFactor`. */
export interface SharedFactorOptions extends FactorOptions {
  /** alpha_a = N_a/N_1 > 0 of each factor; the first is 1. */
  readonly ratios: Readonly<Record<string, number>>;
  /** What is observed. */
  readonly channels: readonly SharedFactorChannel[];
}

/** Observations of named factors, with what is known of them in the limit. */
export interface SharedFactorEnsemble extends Ensemble<SharedFactorModel> {
  /** alpha_a of each factor, as state evolution reads them. */
  readonly ratios: Readonly<Record<string, number>>;
  /** Factors and noise variances, as state evolution reads them. */
  readonly channels: readonly SharedFactorChannel[];
}

/** A record with the same keys. */
function mapRecord<A, B>(
  record: Readonly<Record<string, A>>,
  f: (value: A, key: string) => B,
): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, f(value, key)]));
}

/**
 * The ensemble of a shared-factor model: `sharedFactor` by its names in the field and in messages.
 *
 * @throws RangeError or TypeError as `sharedFactor`
 */
export function sharedFactorEnsemble(
  name: string,
  call: string,
  options: SharedFactorOptions,
): SharedFactorEnsemble {
  requireSharedFactor(call, options);
  const { ratios, channels, priors = {}, rescale = true, precision = "f64" } = options;
  const { factors, variance } = channels[0]!;
  const [rows, cols] = [ratios[factors[0]!]!, ratios[factors[1]!]!];
  const first = Object.keys(ratios)[0]!;
  return {
    name,
    symmetry: "none",
    law: marchenkoPastur({ ratio: cols / rows, variance: variance * rows }),
    ratios,
    channels,
    sample(N, random) {
      requireDraw(call, N, random);
      const sizes = mapRecord(ratios, (ratio) => scaledSize(N, ratio));
      const observed = channels.map(({ factors, variance }) => ({
        factors,
        variance,
        data: emptyObservation(
          call,
          factors.map((factor) => sizes[factor]!),
          precision,
        ),
      }));
      const truth = mapRecord(sizes, (size, factor) =>
        drawTruth(call, size, priors[factor], rescale, random),
      );
      for (const { factors, variance, data } of observed) {
        const signal = N ** (-(factors.length - 1) / 2);
        observeFactors(
          data,
          factors.map((factor) => truth[factor]!),
          variance,
          signal,
          random,
        );
      }
      return { sizes, channels: observed, truth };
    },
    spectrum(model) {
      requireSample(call, model, "sizes", "channels");
      const {
        sizes,
        channels: [channel],
      } = model;
      return squaredSingularValues(contracted(channel!.data)).map((value) => value / sizes[first]!);
    },
  };
}

import type { Backend } from "@onsager/linalg";
import { requireOptions } from "../argument-checks.ts";
import type { Channel } from "../channel.ts";
import { type AmpSettings, ampSettings } from "../engines/amp-settings.ts";
import type { AmpOptions, AmpState } from "../engines/amp-state.ts";
import { denoised } from "../engines/denoised.ts";
import { type FactorState, startOf } from "../engines/factor-state.ts";
import { iterate, type Sweep } from "../engines/iterate.ts";
import { addMultiple, mean, product } from "../engines/vectors.ts";
import type { LearningOptions } from "../learning/learn-options.ts";
import { type Learnable, learner } from "../learning/learner.ts";
import type { Prior } from "../prior.ts";
import { requirePrior } from "../state-evolution/options.ts";
import { type Design, type PreparedDesign, prepareDesign, requireDesign } from "./design-operator.ts";
import { requireChannel, requireLabels } from "./glm-spec.ts";

/** Options of `gamp`. */
export interface GampOptions extends AmpOptions, LearningOptions {
  /** The law of the coordinates of w*. */
  readonly prior: Prior;
  /** The law of a label given its projection. */
  readonly channel: Channel;
  /** Where to start; default the prior's mean. An even channel leaves zero only from a start that is not zero. */
  readonly start?: Float64Array;
  /** w*, for diagnostics. */
  readonly truth?: Float64Array;
  /** The kernels; default `backend()` of `@onsager/linalg`. */
  readonly backend?: Backend;
}

/** The channel sees V above this part of rho: near perfect recovery it falls below what double precision resolves. */
const FLOOR = 1e-10;

/**
 * Generalised AMP for y = channel(F w*), sweep by sweep, F with independent entries of variance 1/N. With V = <sigma>,
 *
 *     omega = F w - V g_old,  g = g_out(y, omega, V),  A = -alpha <dg/domega>,  B = A w + F^T g,  w = eta(A, B).
 *
 * `gamp` runs it to its end; the estimate is called w. Where a channel jumps and V is below 1/N, A does not fall: of the labels near
 * the jump, which alone say how fast g turns, too few are left.
 *
 * @param F - alpha N x N: a matrix, f64 or f32, or its products
 * @param y - alpha N labels
 * @param options - `prior`, `channel`; `start`, `truth`, `learn`, `damping`, `maximumIterations`, `tolerance`, `backend`
 * @throws TypeError or RangeError for shapes that do not fit, NaN, labels that the channel does not have, or an option that is not as described
 * @see Rangan, Generalized approximate message passing (2011)
 */
export function* gampSteps(F: Design, y: Float64Array, options: GampOptions): Generator<AmpState, void> {
  requireOptions("gamp", options);
  const { prior, channel, start, truth, backend, learn } = options;
  const settings = ampSettings("gamp", options);
  requirePrior("gamp", "prior", prior);
  requireChannel("gamp", channel);
  requireDesign("gamp", "F", F, { y, vectors: { start, truth } });
  const design = prepareDesign(F, backend);
  try {
    const first = Float64Array.from(start ?? new Float64Array(design.cols).fill(prior.mean));
    const begin: FactorState = { ...startOf(first), sigma: prior.secondMoment - prior.mean ** 2 };
    const { sweep, noise } = gampSweep(design, y, options, settings);
    const assumed = { denoisers: [prior], variances: channel.noise ? [channel.noise.variance] : [] };
    const iterated = { names: ["w"], assumed, truth: [truth] };
    const learning = learner("gamp", { ...iterated, noise }, learn);
    requireLabels("gamp", channel, y);
    yield* iterate(iterated, [begin], sweep, settings, learning);
  } finally {
    design.dispose();
  }
}

/** A sweep, which remembers g, and what it says of the noise. */
function gampSweep(
  design: PreparedDesign,
  y: Float64Array,
  { channel: given }: GampOptions,
  { damping }: AmpSettings,
): { readonly sweep: Sweep; readonly noise: Learnable["noise"] } {
  const { rows, cols } = design;
  const jumps = (given.edges?.length ?? 0) > 0;
  const g = new Float64Array(rows);
  let slope = 0;
  const sweep: Sweep = ([state], { denoisers, variances }) => {
    const [factor, prior] = [state!, denoisers[0] as Prior];
    const channel = withVariance(given, variances[0]);
    const omega = design.times(factor.estimate);
    addMultiple(omega, -factor.sigma, g);
    slope = respond(channel, y, omega, Math.max(factor.sigma, FLOOR * prior.secondMoment), g);
    const least = jumps && factor.sigma * cols < prior.secondMoment ? factor.precision : 0;
    const precision = Math.max(-slope / cols, least);
    const B = design.transposeTimes(g);
    addMultiple(B, precision, factor.estimate);
    const variance = new Float64Array(cols);
    const estimate = denoised(prior, precision, B, variance, factor, damping);
    return [{ estimate, variance, sigma: mean(variance), precision, fields: B, read: undefined }];
  };
  // The noise of a label has the posterior mean D g and variance D + D^2 dg.
  const noise: Learnable["noise"] = (_, __, { variances: [D] }) =>
    D! + (D! * D! * (product(g, g) + slope)) / rows;
  return { sweep, noise };
}

/** The channel with the noise that is taken for true. */
function withVariance(channel: Channel, variance: number | undefined): Channel {
  if (variance === undefined || variance === channel.noise?.variance) return channel;
  return channel.noise!.at(variance);
}

/** Writes g_out of every label, and gives the sum of its derivatives; NaN where omega or V have blown up. */
function respond(channel: Channel, y: Float64Array, omega: Float64Array, V: number, g: Float64Array): number {
  if (!(V < Infinity && omega.every(Number.isFinite))) return Number.NaN;
  let slope = 0;
  for (let mu = 0; mu < y.length; mu++) {
    const output = channel.output(y[mu]!, omega[mu]!, V);
    g[mu] = output.g;
    slope += output.dg;
  }
  return slope;
}

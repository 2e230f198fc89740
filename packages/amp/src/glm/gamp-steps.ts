import type { Backend } from "@onsager/linalg";
import { rejectKind, requireFiniteArray, requireLength, requireOptions } from "../argument-checks.ts";
import type { Channel } from "../channel.ts";
import type { AmpOptions, AmpState } from "../engines/amp-state.ts";
import { denoised } from "../engines/denoised.ts";
import { type FactorState, startOf } from "../engines/factor-state.ts";
import { ampSettings, iterate } from "../engines/iterate.ts";
import { mean } from "../engines/vectors.ts";
import type { Prior } from "../prior.ts";
import { type Design, prepareDesign } from "./design-operator.ts";

/** Options of `gamp`. */
export interface GampOptions extends AmpOptions {
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

/** V is kept above this part of rho: near perfect recovery it falls below what double precision resolves. */
const FLOOR = 1e-10;

/**
 * Generalised AMP for y = channel(F w*), sweep by sweep, F with independent entries of variance 1/N. With V = <sigma>,
 *
 *     omega = F w - V g_old,  g = g_out(y, omega, V),  A = -alpha <dg/domega>,  B = A w + F^T g,  w = eta(A, B).
 *
 * `gamp` runs it to its end; the estimate is called w.
 *
 * @param F - alpha N x N: a matrix, f64 or f32, or its products
 * @param y - alpha N labels
 * @param options - `prior`, `channel`; `start`, `truth`, `damping`, `maximumIterations`, `tolerance`, `backend`
 * @throws TypeError or RangeError for shapes that do not fit, NaN, or an option that is not as described
 * @see Rangan, Generalized approximate message passing (2011)
 */
export function* gampSteps(F: Design, y: Float64Array, options: GampOptions): Generator<AmpState, void> {
  requireOptions("gamp", options);
  const { prior, channel, start, truth, backend } = options;
  const settings = ampSettings("gamp", options);
  if (typeof prior?.denoiseAll !== "function") rejectKind("gamp", "prior", "be a prior", prior);
  if (typeof channel?.output !== "function") rejectKind("gamp", "channel", "be a channel", channel);
  requireFiniteArray("gamp", "y", y);
  const design = prepareDesign("gamp", "F", F, backend);
  try {
    const { rows, cols } = design;
    requireLength("gamp", "y", y.length, rows, "F.rows");
    for (const [name, vector] of Object.entries({ start, truth })) {
      if (vector === undefined) continue;
      requireFiniteArray("gamp", name, vector);
      requireLength("gamp", name, vector.length, cols, "F.cols");
    }
    const floor = FLOOR * prior.secondMoment;
    let g: Float64Array = new Float64Array(rows);
    const sweep = (factor: FactorState): FactorState => {
      const V = Math.max(factor.sigma, floor);
      const omega = design.times(factor.estimate);
      let slope = 0;
      for (let mu = 0; mu < rows; mu++) {
        const output = channel.output(y[mu]!, omega[mu]! - V * g[mu]!, V);
        omega[mu] = output.g;
        slope += output.dg;
      }
      g = omega;
      const precision = Math.max(-slope / cols, 0);
      const B = design.transposeTimes(g);
      for (let i = 0; i < cols; i++) B[i]! += precision * factor.estimate[i]!;
      const variance = new Float64Array(cols);
      const estimate = denoised(prior, precision, B, variance, factor, settings.damping);
      return { estimate, variance, sigma: mean(variance), precision, read: undefined };
    };
    const first = Float64Array.from(start ?? new Float64Array(cols).fill(prior.mean));
    const begin: FactorState = { ...startOf(first), sigma: prior.secondMoment - prior.mean ** 2 };
    const iterated = { names: ["w"], denoisers: [prior], truth: [truth] };
    yield* iterate(iterated, [begin], ([factor]) => [sweep(factor!)], settings);
  } finally {
    design.dispose();
  }
}

import { type Backend, type Matrix, prepare, svd } from "@onsager/linalg";
import { requireOptions, requirePositive } from "../argument-checks.ts";
import { type AmpSettings, ampSettings } from "../engines/amp-settings.ts";
import type { AmpOptions, AmpState } from "../engines/amp-state.ts";
import { denoised } from "../engines/denoised.ts";
import { startOf } from "../engines/factor-state.ts";
import { iterate, type Sweep } from "../engines/iterate.ts";
import { mean, product } from "../engines/vectors.ts";
import type { LearningOptions } from "../learning/learn-options.ts";
import { type Learnable, learner } from "../learning/learner.ts";
import type { Prior } from "../prior.ts";
import { requirePrior } from "../state-evolution/options.ts";
import { requireDesign, requireMatrix } from "./design-operator.ts";

/** Options of `vamp`. */
export interface VampOptions extends AmpOptions, LearningOptions {
  /** The law of the coordinates of x*. */
  readonly prior: Prior;
  /** Variance of the noise on observations. */
  readonly variance: number;
  /** x*, for diagnostics. */
  readonly truth?: Float64Array;
  /** The kernels; default `backend()` of `@onsager/linalg`. */
  readonly backend?: Backend;
}

/** Parts of a whole are kept this far from 0 and 1: beyond, differences have no digits. */
const LEAST = 1e-12;
/** Precisions end here, far beyond what tells numbers apart. */
const MOST = 1e100;
/** Precision of the first extrinsic message. */
const START = 1e-3;

function part(value: number): number {
  return Math.min(1 - LEAST, Math.max(LEAST, value));
}

/** A stage that got a message (precision g, mean r) and has the posterior mean x with the mean variance (1 - gain)/g sends on this. */
function extrinsic(g: number, r: Float64Array, x: Float64Array, gain: number): Message {
  return {
    precision: Math.min(MOST, (g * gain) / (1 - gain)),
    mean: r.map((value, i) => value + (x[i]! - value) / gain),
  };
}

/** What one stage says of x to the other, as a Gaussian law of every coordinate. */
interface Message {
  readonly precision: number;
  readonly mean: Float64Array;
}

/** The posterior N(x, C) with C = (gw A^T A + g I)^{-1}, x = C (gw A^T y + g r). */
interface LinearEstimate {
  readonly x: Float64Array;
  /** The mean over all directions of gw s^2/(gw s^2 + g), 1 - g times the mean variance. */
  readonly gain: number;
  /** E|y - A x|^2 over it. */
  readonly misfit: number;
}

/** Such posteriors for any gw, g and r, from one SVD of A. */
interface LinearStage {
  readonly cols: number;
  estimate(gw: number, g: number, r: Float64Array): LinearEstimate;
  dispose(): void;
}

function linearStage(A: Matrix, y: Float64Array, backend: Backend | undefined): LinearStage {
  const options = backend ? { backend } : {};
  const { values, left, right } = svd(A, options);
  const rank = values.length;
  const projected = new Float64Array(rank);
  using U = prepare(left, options);
  U.apply(y, projected);
  const V = prepare(right, options);
  const along = new Float64Array(rank);
  const beside = Math.max(0, product(y, y) - product(projected, projected));
  const estimate: LinearStage["estimate"] = (gw, g, r) => {
    V.apply(r, along);
    let gain = 0;
    let misfit = beside;
    for (let j = 0; j < rank; j++) {
      const s = values[j]!;
      const inverse = 1 / (gw * s * s + g);
      const residual = projected[j]! - s * along[j]!;
      along[j] = gw * s * residual * inverse;
      misfit += (g * residual * inverse) ** 2 + s * s * inverse;
      gain += gw * s * s * inverse;
    }
    const x = new Float64Array(A.cols);
    V.applyTranspose(along, x);
    for (let i = 0; i < x.length; i++) x[i]! += r[i]!;
    return { x, gain: gain / A.cols, misfit };
  };
  return { cols: A.cols, estimate, dispose: () => V.dispose() };
}

/**
 * Vector AMP for y = A x* + noise, sweep by sweep, for any right-rotationally invariant A. One SVD of A, then O(rank N) a sweep:
 * the prior's stage and the linear stage exchange extrinsic messages of precisions g1 and g2. The estimate is called x.
 *
 * @param A - M x N
 * @param y - M observations
 * @param options - `prior`, `variance`; `truth`, `learn`, `damping`, `maximumIterations`, `tolerance`, `backend`
 * @throws TypeError or RangeError for shapes that do not fit, NaN, or an option that is not as described
 * @see Rangan, Schniter, Fletcher, Vector approximate message passing (2019)
 */
export function* vampSteps(A: Matrix, y: Float64Array, options: VampOptions): Generator<AmpState, void> {
  requireOptions("vamp", options);
  const { prior, variance, truth, backend, learn } = options;
  const settings = ampSettings("vamp", options);
  requirePrior("vamp", "prior", prior);
  requirePositive("vamp", "variance", variance);
  requireMatrix("vamp", "A", A);
  requireDesign("vamp", "A", A, { y, vectors: { truth } });
  const stage = linearStage(A, y, backend);
  try {
    const { sweep, noise } = vampSweep(stage, A.rows, settings);
    const iterated = { names: ["x"], assumed: { denoisers: [prior], variances: [variance] }, truth: [truth] };
    const learning = learner("vamp", { ...iterated, noise }, learn);
    // From r1 = 0 the first estimate is the prior's mean: a state that would look like the end of the run.
    const first = sweep([startOf(new Float64Array(stage.cols))], iterated.assumed);
    yield* iterate(iterated, first, sweep, settings, learning);
  } finally {
    stage.dispose();
  }
}

/** A sweep, which remembers the message to the prior, and what its linear stage says of the noise. */
function vampSweep(
  stage: LinearStage,
  rows: number,
  { damping }: AmpSettings,
): { readonly sweep: Sweep; readonly noise: Learnable["noise"] } {
  let message: Message = { precision: START, mean: new Float64Array(stage.cols) };
  let expected = 0;
  const sweep: Sweep = ([state], { denoisers, variances }) => {
    const factor = state!;
    const { precision, mean: r } = message;
    const B = r.map((value) => precision * value);
    const variance = new Float64Array(stage.cols);
    const estimate = denoised(
      denoisers[0]!,
      precision,
      B,
      variance,
      factor,
      factor.precision > 0 ? damping : 0,
    );
    const sigma = mean(variance);
    const from = extrinsic(precision, r, estimate, part(1 - precision * sigma));
    const { x, gain, misfit } = stage.estimate(1 / variances[0]!, from.precision, from.mean);
    expected = misfit / rows;
    message = extrinsic(from.precision, from.mean, x, part(gain));
    return [{ estimate, variance, sigma, precision, fields: B, read: undefined }];
  };
  return { sweep, noise: () => expected };
}

import { type Backend, type Matrix, prepare, svd } from "@onsager/linalg";
import { requireOptions, requirePositive } from "../argument-checks.ts";
import { type AmpSettings, ampSettings } from "../engines/amp-settings.ts";
import type { AmpOptions, AmpState } from "../engines/amp-state.ts";
import { denoised } from "../engines/denoised.ts";
import { type FactorState, startOf } from "../engines/factor-state.ts";
import { iterate } from "../engines/iterate.ts";
import { mean } from "../engines/vectors.ts";
import type { Prior } from "../prior.ts";
import { requirePrior } from "../state-evolution/options.ts";
import { requireDesign, requireMatrix } from "./design-operator.ts";

/** Options of `vamp`. */
export interface VampOptions extends AmpOptions {
  /** The law of the coordinates of x*. */
  readonly prior: Prior;
  /** Variance of the noise on observations. */
  readonly variance: number;
  /** x*, for diagnostics. */
  readonly truth?: Float64Array;
  /** The kernels; default `backend()` of `@onsager/linalg`. */
  readonly backend?: Backend;
}

/** Precisions are kept within these. */
const LEAST = 1e-11;
const MOST = 1e11;
/** Precision of the first extrinsic message. */
const START = 1e-3;

function clamp(precision: number): number {
  return Math.min(MOST, Math.max(LEAST, precision));
}

/** (gw A^T A + g I)^{-1}(gw A^T y + g r) for any g and r, and the mean of the inverse's diagonal, from one SVD of A. */
interface LinearStage {
  readonly cols: number;
  estimate(g: number, r: Float64Array): { readonly x: Float64Array; readonly meanVariance: number };
  dispose(): void;
}

function linearStage(A: Matrix, y: Float64Array, gw: number, backend: Backend | undefined): LinearStage {
  const options = backend ? { backend } : {};
  const { values, left, right } = svd(A, options);
  const rank = values.length;
  const projected = new Float64Array(rank);
  using U = prepare(left, options);
  U.apply(y, projected);
  const V = prepare(right, options);
  const along = new Float64Array(rank);
  const estimate: LinearStage["estimate"] = (g, r) => {
    V.apply(r, along);
    let trace = (A.cols - rank) / g;
    for (let j = 0; j < rank; j++) {
      const s = values[j]!;
      const inverse = 1 / (gw * s * s + g);
      along[j] = gw * s * (projected[j]! - s * along[j]!) * inverse;
      trace += inverse;
    }
    const x = new Float64Array(A.cols);
    V.applyTranspose(along, x);
    for (let i = 0; i < x.length; i++) x[i]! += r[i]!;
    return { x, meanVariance: trace / A.cols };
  };
  return { cols: A.cols, estimate, dispose: () => V.dispose() };
}

/**
 * Vector AMP for y = A x* + noise, sweep by sweep, for any right-rotationally invariant A. One SVD of A, then O(rank N) a sweep:
 * the prior's stage and the linear stage exchange extrinsic messages of precisions g1 and g2. The estimate is called x.
 *
 * @param A - M x N
 * @param y - M observations
 * @param options - `prior`, `variance`; `truth`, `damping`, `maximumIterations`, `tolerance`, `backend`
 * @throws TypeError or RangeError for shapes that do not fit, NaN, or an option that is not as described
 * @see Rangan, Schniter, Fletcher, Vector approximate message passing (2019)
 */
export function* vampSteps(A: Matrix, y: Float64Array, options: VampOptions): Generator<AmpState, void> {
  requireOptions("vamp", options);
  const { prior, variance, truth, backend } = options;
  const settings = ampSettings("vamp", options);
  requirePrior("vamp", "prior", prior);
  requirePositive("vamp", "variance", variance);
  requireMatrix("vamp", "A", A);
  requireDesign("vamp", "A", A, { y, vectors: { truth } });
  const stage = linearStage(A, y, 1 / variance, backend);
  try {
    const sweep = vampSweep(prior, stage, settings);
    // From r1 = 0 the first estimate is the prior's mean: a state that would look like the end of the run.
    const first = sweep(startOf(new Float64Array(stage.cols)));
    const iterated = { names: ["x"], denoisers: [prior], truth: [truth] };
    yield* iterate(iterated, [first], ([x]) => [sweep(x!)], settings);
  } finally {
    stage.dispose();
  }
}

/** A sweep, which remembers the message r1 of precision g1. */
function vampSweep(
  prior: Prior,
  stage: LinearStage,
  { damping }: AmpSettings,
): (factor: FactorState) => FactorState {
  let g1 = START;
  let r1: Float64Array = new Float64Array(stage.cols);
  return (factor) => {
    const precision = g1;
    const B = r1.map((r) => precision * r);
    const variance = new Float64Array(stage.cols);
    const estimate = denoised(prior, precision, B, variance, factor, factor.precision > 0 ? damping : 0);
    const sigma = Math.max(mean(variance), 1 / MOST);
    const g2 = clamp(1 / sigma - g1);
    const r2 = r1.map((r, i) => (estimate[i]! / sigma - precision * r) / g2);
    const { x, meanVariance } = stage.estimate(g2, r2);
    g1 = clamp(1 / meanVariance - g2);
    r1 = r2.map((r, i) => (x[i]! / meanVariance - g2 * r) / g1);
    return { estimate, variance, sigma, precision, read: undefined };
  };
}

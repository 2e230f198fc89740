import type { Backend } from "@onsager/linalg";
import { requireOptions, requirePositive } from "../argument-checks.ts";
import { type AmpSettings, ampSettings } from "../engines/amp-settings.ts";
import type { AmpOptions, AmpState } from "../engines/amp-state.ts";
import { type FactorState, startOf } from "../engines/factor-state.ts";
import { iterate } from "../engines/iterate.ts";
import { mean, meanProduct } from "../engines/vectors.ts";
import { type Design, type PreparedDesign, prepareDesign, requireDesign } from "./design-operator.ts";

/** Options of `lassoAmp`. */
export interface LassoAmpOptions extends AmpOptions {
  /** a, the threshold in units of the effective noise tau; `lassoStateEvolution` gives the weight lambda it stands for. */
  readonly multiple: number;
  /** x*, for diagnostics. */
  readonly truth?: Float64Array;
  /** The kernels; default `backend()` of `@onsager/linalg`. */
  readonly backend?: Backend;
}

/** A run of LASSO AMP after a sweep. */
export interface LassoAmpState extends AmpState {
  /** tau = sqrt(<z^2>), the effective noise. */
  readonly tau: number;
  /** lambda of min |y - A x|^2/2 + lambda |x|_1 that a fixed point solves: a tau (1 - |x|_0/n). */
  readonly lambda: number;
}

/**
 * AMP for the LASSO, y = A x* + noise, A of n rows with independent entries of variance 1/n, delta = n/N:
 *
 *     tau^2 = <z^2>,  x = soft(x + A^T z; a tau),  z = y - A x + z_old <1[|.| > a tau]>/delta.
 *
 * The estimate is called x; fixed points satisfy the optimality conditions of the LASSO at `lambda`. Too small a threshold diverges.
 *
 * @param A - n x N: a matrix, f64 or f32, or its products
 * @param y - n observations
 * @param options - `multiple` a; `truth`, `damping`, `maximumIterations`, `tolerance`, `backend`
 * @throws TypeError or RangeError for shapes that do not fit, NaN, or an option that is not as described
 * @see Donoho, Maleki, Montanari, Message-passing algorithms for compressed sensing (2009)
 */
export function* lassoAmpSteps(
  A: Design,
  y: Float64Array,
  options: LassoAmpOptions,
): Generator<LassoAmpState, void> {
  requireOptions("lassoAmp", options);
  const { multiple, truth, backend } = options;
  requirePositive("lassoAmp", "multiple", multiple);
  const settings = ampSettings("lassoAmp", options);
  requireDesign("lassoAmp", "A", A, { y, vectors: { truth } });
  const design = prepareDesign(A, backend);
  try {
    const { rows, cols } = design;
    // <y^2> delta is at least <x*^2>.
    const secondMoment = (meanProduct(y, y) * rows) / cols;
    const denoiser = { name: "soft-threshold", secondMoment, denoiseAll: () => undefined };
    const sweep = lassoSweep(design, y, multiple, settings);
    const assumed = { denoisers: [denoiser], variances: [] };
    const iterated = { names: ["x"], assumed, truth: [truth] };
    const states = iterate(iterated, [startOf(new Float64Array(cols))], ([x]) => [sweep(x!)], settings);
    for (const state of states) {
      const { precision, meanVariance } = state.factors.x!;
      const tau = 1 / Math.sqrt(precision);
      yield { ...state, tau, lambda: multiple * tau * (1 - (meanVariance * precision * cols) / rows) };
    }
  } finally {
    design.dispose();
  }
}

/** Stands for tau^2 = 0. */
const LEAST = 1e-300;

/** A sweep, which remembers the residual z. */
function lassoSweep(
  design: PreparedDesign,
  y: Float64Array,
  multiple: number,
  { damping }: AmpSettings,
): (factor: FactorState) => FactorState {
  const { rows, cols } = design;
  let z: Float64Array = Float64Array.from(y);
  let slope = 0;
  return (factor) => {
    const tau = Math.sqrt(meanProduct(z, z));
    const estimate = design.transposeTimes(z);
    const support = threshold(estimate, factor.estimate, multiple * tau, damping);
    slope = (1 - damping) * mean(support) + damping * slope;
    const product = design.times(estimate);
    const memory = (slope * cols) / rows;
    z = z.map((old, mu) => y[mu]! - product[mu]! + memory * old);
    const variance = support.map((value) => value * tau * tau);
    return {
      estimate,
      variance,
      sigma: slope * tau * tau,
      precision: 1 / Math.max(tau * tau, LEAST),
      fields: undefined,
      read: undefined,
    };
  };
}

/** Thresholds old + change in the place of the change, damped; gives 1 where something is left, else 0. */
function threshold(change: Float64Array, old: Float64Array, level: number, damping: number): Float64Array {
  const support = new Float64Array(change.length);
  for (let i = 0; i < change.length; i++) {
    const argument = old[i]! + change[i]!;
    const excess = Math.abs(argument) - level;
    support[i] = excess > 0 ? 1 : 0;
    const soft = excess > 0 ? Math.sign(argument) * excess : 0;
    change[i] = (1 - damping) * soft + damping * old[i]!;
  }
  return support;
}

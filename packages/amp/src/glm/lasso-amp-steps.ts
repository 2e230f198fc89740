import type { Backend } from "@onsager/linalg";
import { requireFiniteArray, requireLength, requireOptions, requirePositive } from "../argument-checks.ts";
import type { AmpOptions, AmpState } from "../engines/amp-state.ts";
import { type FactorState, startOf } from "../engines/factor-state.ts";
import { ampSettings, iterate } from "../engines/iterate.ts";
import { meanProduct } from "../engines/vectors.ts";
import { type Design, prepareDesign } from "./design-operator.ts";

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
 * Damping is not used. The estimate is called x; fixed points satisfy the optimality conditions of the LASSO at `lambda`.
 *
 * @param A - n x N: a matrix, f64 or f32, or its products
 * @param y - n observations
 * @param options - `multiple` a; `truth`, `maximumIterations`, `tolerance`, `backend`
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
  requireFiniteArray("lassoAmp", "y", y);
  const design = prepareDesign("lassoAmp", "A", A, backend);
  try {
    const { rows, cols } = design;
    requireLength("lassoAmp", "y", y.length, rows, "A.rows");
    if (truth) requireLength("lassoAmp", "truth", truth.length, cols, "A.cols");
    let z: Float64Array = Float64Array.from(y);
    let tau = 0;
    let support = 0;
    const sweep = (factor: FactorState): FactorState => {
      tau = Math.sqrt(meanProduct(z, z));
      const estimate = design.transposeTimes(z);
      const variance = new Float64Array(cols);
      support = 0;
      for (let i = 0; i < cols; i++) {
        const argument = factor.estimate[i]! + estimate[i]!;
        const excess = Math.abs(argument) - multiple * tau;
        estimate[i] = excess > 0 ? Math.sign(argument) * excess : 0;
        if (excess > 0) {
          support++;
          variance[i] = tau * tau;
        }
      }
      const product = design.times(estimate);
      const memory = support / rows;
      z = z.map((old, mu) => y[mu]! - product[mu]! + memory * old);
      return {
        estimate,
        variance,
        sigma: (tau * tau * support) / cols,
        precision: 1 / tau ** 2,
        read: undefined,
      };
    };
    const names = ["x"];
    const denoisers = [{ name: "soft-threshold", secondMoment: Infinity, denoiseAll: () => undefined }];
    const states = iterate(
      { names, denoisers, truth: [truth] },
      [startOf(new Float64Array(cols))],
      ([x]) => [sweep(x!)],
      settings,
    );
    for (const state of states) yield { ...state, tau, lambda: multiple * tau * (1 - support / rows) };
  } finally {
    design.dispose();
  }
}

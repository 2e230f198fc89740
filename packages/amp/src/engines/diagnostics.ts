import type { FactorState } from "./factor-state.ts";
import { compare, cosine, meanProduct } from "./vectors.ts";

/** What a sweep made of one factor. */
export interface FactorDiagnostics {
  /** q = <w^2>. */
  readonly meanSquare: number;
  /** A, the precision of the effective scalar channel. */
  readonly precision: number;
  /** sigma = <eta'>. */
  readonly meanVariance: number;
  /** |w - w_old|^2/|w|^2. */
  readonly change: number;
  /** The cosine of w and w_old: near -1 in a state of period two. */
  readonly consecutiveCosine: number;
  /** m = <w w*>, where the truth is known. */
  readonly overlap: number | undefined;
  /** The squared cosine of w and w*, where the truth is known. */
  readonly squaredOverlap: number | undefined;
}

/** Compares a factor with what it was a sweep ago, and with the truth. */
export function diagnose(
  old: FactorState,
  now: FactorState,
  truth: Float64Array | undefined,
): FactorDiagnostics {
  const { estimate, precision, sigma } = now;
  const { square, change, cosine: consecutiveCosine } = compare(estimate, old.estimate);
  return {
    meanSquare: square / estimate.length,
    precision,
    meanVariance: sigma,
    change,
    consecutiveCosine,
    overlap: truth && meanProduct(estimate, truth),
    squaredOverlap: truth && cosine(estimate, truth) ** 2,
  };
}

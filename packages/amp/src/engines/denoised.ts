import type { Denoiser } from "../denoiser.ts";
import type { FactorState } from "./factor-state.ts";

/** The damped estimate from the fields B; `variance` gets its derivatives. NaN where the fields or their precision have blown up. */
export function denoised(
  denoiser: Denoiser,
  precision: number,
  B: Float64Array,
  variance: Float64Array,
  old: FactorState,
  damping: number,
): Float64Array {
  const estimate = new Float64Array(B.length);
  if (!(precision < Infinity && B.every(Number.isFinite))) {
    variance.fill(Number.NaN);
    return estimate.fill(Number.NaN);
  }
  denoiser.denoiseAll(precision, B, estimate, variance);
  if (damping === 0) return estimate;
  for (let i = 0; i < B.length; i++) {
    estimate[i] = (1 - damping) * estimate[i]! + damping * old.estimate[i]!;
    variance[i] = (1 - damping) * variance[i]! + damping * old.variance[i]!;
  }
  return estimate;
}

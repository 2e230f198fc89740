import type { Denoiser } from "../denoiser.ts";
import type { FactorState } from "./factor-state.ts";

/** The damped estimate from the fields B, in their place; `variance` gets its derivatives. */
export function denoised(
  denoiser: Denoiser,
  precision: number,
  B: Float64Array,
  variance: Float64Array,
  old: FactorState,
  damping: number,
): Float64Array {
  denoiser.denoiseAll(precision, B, B, variance);
  if (damping === 0) return B;
  for (let i = 0; i < B.length; i++) {
    B[i] = (1 - damping) * B[i]! + damping * old.estimate[i]!;
    variance[i] = (1 - damping) * variance[i]! + damping * old.variance[i]!;
  }
  return B;
}

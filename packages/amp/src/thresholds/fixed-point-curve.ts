import type { ByFactor } from "../state-evolution/state-evolution.ts";

/**
 * Fixed points of state evolution along one parameter t, instead of along the noise: at t the model has a fixed point at noise variance
 * D = 1/snr(t), found without iteration, stable or not. Branches are the stretches where snr increases; they end at folds.
 */
export interface FixedPointCurve {
  /** The range of t, from the least informed fixed point to the most informed. */
  readonly range: readonly [number, number];
  /** 1/D at t, of the variance that is varied; not positive where t is no fixed point at any variance. */
  snr(t: number): number;
  /** The overlaps m at t. */
  overlaps(t: number): ByFactor;
  /** Phi at t, where snr(t) > 0. */
  freeEntropy(t: number): number;
  /** The branch that is not on the curve, which a random start keeps to: at zero, or without the factors that the tensor knows. */
  readonly trivial: {
    /** Up to this snr it is stable, and the curve joins it there; Infinity: always; not positive: never. */
    readonly onset: number;
    /** Its overlaps at an snr. */
    overlaps(snr: number): ByFactor;
    /** Its Phi at an snr. */
    freeEntropy(snr: number): number;
  };
}

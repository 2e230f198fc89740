import type { Convergence } from "./convergence.ts";

/** An expectation with how far it can be trusted. */
export interface Expectation {
  /** E[f]. */
  readonly value: number;
  /** E|f|, the scale to which residual and tolerance are relative. */
  readonly magnitude: number;
  /**
   * The residual is the larger of the changes at the last two refinements, over E|f|; `Infinity` where the tails of
   * f phi do not vanish or too few nodes were allowed to refine at all.
   */
  readonly convergence: Convergence;
}

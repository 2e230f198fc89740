/** How an iteration ended. */
export interface Convergence {
  /** Whether the residual came down to the tolerance. */
  readonly converged: boolean;
  /** Iterations done. */
  readonly iterations: number;
  /** The last residual. */
  readonly residual: number;
  /** What it had to come down to. */
  readonly tolerance: number;
}

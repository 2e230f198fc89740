/** How an iterative routine ended; not to converge is a result, not an error. */
export interface Convergence {
  /** Whether `residual <= tolerance`. */
  readonly converged: boolean;
  /** Steps taken. */
  readonly iterations: number;
  /** The last residual, in the units of `tolerance`. */
  readonly residual: number;
  /** What was asked for. */
  readonly tolerance: number;
}

/** How an iterative routine ended: the same record everywhere. Not converging is a result, not an exception. */
export interface Convergence {
  /** Whether `residual <= tolerance`. */
  readonly converged: boolean;
  /** Number of grids or sweeps. */
  readonly iterations: number;
  /** Last change or error estimate, relative; `Infinity` when nothing can be said. */
  readonly residual: number;
  /** What `residual` was asked to reach. */
  readonly tolerance: number;
}

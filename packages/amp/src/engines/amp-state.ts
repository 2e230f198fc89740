import type { Learnt } from "../learning/learnt.ts";
import type { Status } from "../status.ts";
import type { FactorDiagnostics } from "./diagnostics.ts";

/** Options of every engine. */
export interface AmpOptions {
  /** Share d of the old estimate that is kept, in [0, 1); default 0. Fixed points stay; state evolution's trajectories do not. */
  readonly damping?: number;
  /** Largest number of sweeps; default 200. */
  readonly maximumIterations?: number;
  /** Ends the run once max over factors of |w - w_old|^2/|w|^2 is at most this; default 1e-12. */
  readonly tolerance?: number;
}

/** A run after a sweep. */
export interface AmpState {
  /** Sweeps so far. */
  readonly iteration: number;
  /** How the run ended; undefined while it goes on. */
  readonly status: Status | undefined;
  /**
   * max over factors of |w - w_old|^2/|w|^2; of a run that learns, over squared relative changes of what it learns too, infinite until
   * parameters of priors begin to move.
   */
  readonly residual: number;
  /** 2 when the estimates alternate between two states, as the parallel schedule makes them; else 1. */
  readonly period: 1 | 2;
  /** The estimate of each factor; never overwritten. */
  readonly estimates: Readonly<Record<string, Float64Array>>;
  /** The posterior variance of each coordinate. */
  readonly variances: Readonly<Record<string, Float64Array>>;
  /** What the sweep made of each factor. */
  readonly factors: Readonly<Record<string, FactorDiagnostics>>;
  /** Parameters and variances that the next sweep takes for true; undefined where nothing is to be learnt. */
  readonly learnt: Learnt | undefined;
}

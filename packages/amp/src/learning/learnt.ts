import type { PriorParameters } from "./family.ts";

/** What a run has learnt so far. */
export interface Learnt {
  /** The parameters of each prior that is learnt, by the factor's name. */
  readonly priors: Readonly<Record<string, PriorParameters>>;
  /** The noise variance of each channel: learnt, or as it was given. */
  readonly variances: readonly number[];
}

import type { Precision } from "./storage.ts";
import type { SpikePrior, TruthOptions } from "./truth.ts";

/** What the ensembles of one planted vector have in common. */
export interface SpikeOptions extends TruthOptions {
  /** Law of the coordinates of x; default standard normal. */
  readonly prior?: SpikePrior;
  /** Storage of the observations, filled without a copy in the other; default "f64". */
  readonly precision?: Precision;
}

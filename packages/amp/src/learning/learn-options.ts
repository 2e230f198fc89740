import type { LearnableFamily } from "./family.ts";

/** What a run is to learn, from its own estimates, by a step of expectation maximisation after each sweep. */
export interface LearnOptions {
  /**
   * The family of the prior, or of the priors of some factors by their names, whose parameters are to be learnt; the prior given to the
   * engine, one of that family, is where learning starts. Parameters begin to move once the estimates have settled: until then fields
   * hold nothing but noise, which any family would fit.
   */
  readonly prior?: LearnableFamily | Readonly<Record<string, LearnableFamily>>;
  /** Whether to learn the noise variances, all or channel by channel; those given are where learning starts. Default false. */
  readonly noise?: boolean | readonly boolean[];
  /** Sweeps after which parameters of priors move at the latest, whether estimates have settled or not; default 50. */
  readonly after?: number;
}

/** Options of engines that can learn. */
export interface LearningOptions {
  /** What is to be learnt; default nothing. */
  readonly learn?: LearnOptions;
}

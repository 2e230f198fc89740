/** An option of `onsager predict MODEL`, as commander reads it. */
export interface ModelOption {
  /** As `--delta <variance>`. */
  readonly flags: string;
  /** One line of help. */
  readonly description: string;
  /** Used where the option is not given. */
  readonly fallback?: string;
}

/** What is predicted of one branch of solutions. */
export interface PredictedBranch {
  /** m of each factor, the order parameter of the theory. */
  readonly overlaps?: Readonly<Record<string, number>>;
  /** Cosines squared with the truth, in [0, 1]. */
  readonly squaredOverlaps: Readonly<Record<string, number>>;
  /** Mean squared error per coordinate. */
  readonly error?: number;
  /** Phi per coordinate; undefined where it has none. */
  readonly freeEntropy?: number | undefined;
  /** What else belongs to the branch, such as an eigenvalue. */
  readonly [quantity: string]: unknown;
}

/** The names of branches. */
type BranchName =
  | "uninformed"
  | "informed"
  | "maximumLikelihood"
  | "maximumLikelihoodInformed"
  | "sequential";

/** What theory says of a model at one point, or of its thresholds alone. */
export interface Prediction {
  /** The options as they were understood. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Empty where the noise is not given. */
  readonly branches: Readonly<Partial<Record<BranchName, PredictedBranch>>>;
  /** null: there is none. */
  readonly thresholds: Readonly<Record<string, number | null>>;
}

/** A model of which `onsager predict` knows the theory. */
export interface Model {
  /** The word after `predict`. */
  readonly name: string;
  /** One line. */
  readonly summary: string;
  /** Beside `--json`. */
  readonly options: readonly ModelOption[];
  /** A command line that shows it, without `onsager predict`. */
  readonly example: string;
  /**
   * The theory.
   *
   * @param options - as typed, by camel-cased name; undefined where not given
   * @throws UsageError or RangeError for options that have no meaning
   */
  predict(options: Readonly<Record<string, string | undefined>>): Prediction;
}

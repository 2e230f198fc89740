/** How to fit a law. */
export interface FitOptions {
  /** Which replicate each point belongs to: points of one seed may depend on one another, and are drawn together. */
  readonly seeds?: ArrayLike<number | string>;
  /** The standard error of each y, positive, where it is known and there are no seeds: weights are 1/variance. */
  readonly standardErrors?: ArrayLike<number>;
  /** Whether differences of logarithms are made small, or of y itself; default `log`. */
  readonly residuals?: "log" | "linear";
  /** The probability with which an interval should hold the truth, in (0, 1); default 0.95. */
  readonly confidence?: number;
  /** Number of bootstrap samples; default 999. */
  readonly replicates?: number;
  /** Which interval the bootstrap gives: by (estimate - truth)/(standard error), or by plain quantiles; default `studentised`. */
  readonly interval?: "studentised" | "percentile";
}

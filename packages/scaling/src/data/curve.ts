/** Points to fit a law to, and what is known of their errors. */
export interface Curve {
  /** Positive, and in order where points were averaged. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Weight of each squared residual. */
  readonly weights: Float64Array;
  readonly errors: Errors;
}

/**
 * Where errors come from: the spread between whole seeds, standard errors that are known (those are in the weights), or the scatter of
 * points about the law.
 */
type Errors =
  | { readonly kind: "seeds"; readonly seeds: readonly SeedCurve[] }
  | { readonly kind: "known" }
  | { readonly kind: "scatter" };

/** The points of one seed: places in the averaged curve, and values there. */
export interface SeedCurve {
  readonly places: readonly number[];
  readonly y: readonly number[];
}

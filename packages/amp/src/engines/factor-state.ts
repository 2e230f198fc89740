/** A factor between two sweeps. Arrays are replaced, never overwritten: another state may hold the old ones. */
export interface FactorState {
  /** The estimate. */
  readonly estimate: Float64Array;
  /** Its derivative by the field, coordinate by coordinate: the posterior variance of a prior. */
  readonly variance: Float64Array;
  /** The mean of `variance`, sigma; 0 before the first update, when there is no Onsager term. */
  readonly sigma: number;
  /** A of the last update. */
  readonly precision: number;
  /** B of the last update; none before the first. */
  readonly fields: Float64Array | undefined;
  /** The estimates of all factors that were read in the last update; none before the first. */
  readonly read: readonly Float64Array[] | undefined;
}

/** A factor that has not been updated. */
export function startOf(estimate: Float64Array): FactorState {
  return {
    estimate,
    variance: new Float64Array(estimate.length),
    sigma: 0,
    precision: 0,
    fields: undefined,
    read: undefined,
  };
}

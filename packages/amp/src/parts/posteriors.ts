/** Posteriors at one precision; entry i belongs to the i-th field. */
export interface Posteriors {
  readonly mean: Float64Array;
  readonly variance: Float64Array;
  readonly logPartition: Float64Array;
}

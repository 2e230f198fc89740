/** A row-major array of two or more indices: a Matrix or a tensor, f64 or f32. */
export type Observation =
  | { readonly rows: number; readonly cols: number; readonly data: Float64Array | Float32Array }
  | { readonly shape: readonly number[]; readonly data: Float64Array | Float32Array };

/** Observations of one vector x: order 2 is Wigner, order p >= 3 a symmetric tensor; several are the mixed model. */
export interface SymmetricModel {
  /** N. */
  readonly dimension: number;
  /**
   * Order p: Y = sqrt(variance) Z + sqrt((p-1)!)/N^{(p-1)/2} x (x) ... (x) x on distinct indices, symmetric, zero on coinciding ones.
   */
  readonly channels: readonly {
    readonly order: number;
    readonly variance: number;
    readonly data: Observation;
  }[];
  /** x*, for diagnostics. */
  readonly truth?: Float64Array;
}

/** Observations of named factors, each channel a matrix or a 3-tensor of some of them. */
export interface SharedFactorModel {
  /** N_a of each factor; the first is the reference N_1. */
  readonly sizes: Readonly<Record<string, number>>;
  /** Y_c = sqrt(variance) Z + N_1^{-(p-1)/2} (x)_{a in factors} w_a, p factors, all different. */
  readonly channels: readonly {
    readonly factors: readonly string[];
    readonly variance: number;
    readonly data: Observation;
  }[];
  /** w*_a of each factor, for diagnostics. */
  readonly truth?: Readonly<Record<string, Float64Array>>;
}

/** A row-major matrix, f64 or f32. */
export interface MatrixData {
  /** Number of rows. */
  readonly rows: number;
  /** Number of columns. */
  readonly cols: number;
  /** `rows * cols` entries, row after row. */
  readonly data: Float64Array | Float32Array;
}

/** A row-major array of two or more indices, f64 or f32. */
export interface TensorData {
  /** The size of each index. */
  readonly shape: readonly number[];
  /** As many entries as the product of the sizes, the last index running fastest. */
  readonly data: Float64Array | Float32Array;
}

/** A matrix or a tensor. */
export type Observation = MatrixData | TensorData;

/** The order and the noise of an observation of one vector. */
export interface SymmetricChannelSpec {
  /** p: 2 for a matrix, 3 and more for a tensor. */
  readonly order: number;
  /** D, the variance of the noise. */
  readonly variance: number;
}

/** The factors and the noise of an observation of several vectors. */
export interface FactorChannelSpec {
  /** Names of the factors, one for each index; all different. */
  readonly factors: readonly string[];
  /** D, the variance of the noise. */
  readonly variance: number;
}

/** An observation of one vector. */
export interface SymmetricObservation extends SymmetricChannelSpec {
  /** What was observed. */
  readonly data: Observation;
}

/** An observation of several vectors. */
export interface FactorObservation extends FactorChannelSpec {
  /** What was observed. */
  readonly data: Observation;
}

/** Observations of one vector x: order 2 is Wigner, order p >= 3 a symmetric tensor; several are the mixed model. */
export interface SymmetricModel {
  /** N. */
  readonly dimension: number;
  /**
   * Order p: Y = sqrt(variance) Z + sqrt((p-1)!)/N^{(p-1)/2} x (x) ... (x) x on distinct indices, symmetric, zero on coinciding ones.
   */
  readonly channels: readonly SymmetricObservation[];
  /** x*, for diagnostics. */
  readonly truth?: Float64Array;
}

/** Observations of named factors, each channel a matrix or a 3-tensor of some of them. */
export interface SharedFactorModel {
  /** N_a of each factor; the first is the reference N_1. Of a factor in no channel nothing is learnt. */
  readonly sizes: Readonly<Record<string, number>>;
  /** Y_c = sqrt(variance) Z + N_1^{-(p-1)/2} (x)_{a in factors} w_a, p factors, all different. */
  readonly channels: readonly FactorObservation[];
  /** w*_a of each factor, for diagnostics. */
  readonly truth?: Readonly<Record<string, Float64Array>>;
}

/** A symmetric model in the limit: its orders and noise variances. */
export interface SymmetricSpec {
  /** What is observed. */
  readonly channels: readonly SymmetricChannelSpec[];
}

/** A shared-factor model in the limit: ratios alpha_a = N_a/N_1 and channels. */
export interface SharedFactorSpec {
  /** alpha_a; the first is 1. */
  readonly ratios: Readonly<Record<string, number>>;
  /** What is observed. */
  readonly channels: readonly FactorChannelSpec[];
}

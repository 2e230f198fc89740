import type { Matrix } from "@onsager/linalg";
import type { SpectralLaw } from "@onsager/random-matrices";

/** A component that noise does not explain. */
export interface Component {
  /** Eigenvalue, in the unit of `SpectrumReport.eigenvalues`. */
  readonly eigenvalue: number;
  /** Strength of the spike behind it, in the model of the kind. */
  readonly spike: number;
  /** Estimated squared overlaps of the sample vectors with the true ones. */
  readonly squaredOverlaps: Readonly<Record<string, number>>;
  /** Probability that noise has one as large. */
  readonly pValue: number;
}

/** What the spectrum of a matrix says. */
export interface SpectrumReport {
  /** `data`: rows are samples; `symmetric`: a symmetric matrix of noise and spikes. */
  readonly kind: "data" | "symmetric";
  /** Of the matrix. */
  readonly rows: number;
  readonly cols: number;
  /** Variance of the noise in an entry. */
  readonly noise: number;
  /** Of X^T X/n (data) or Y/sqrt(N) (symmetric), in decreasing order. */
  readonly eigenvalues: Float64Array;
  /** The law of the noise. */
  readonly law: SpectralLaw;
  /** Kolmogorov distance between the bulk and the law: large where the noise is not white. */
  readonly distance: number;
  /** In decreasing order. */
  readonly components: readonly Component[];
  /** The matrix with shrunk values, in its own unit. */
  readonly shrunk: Matrix;
}

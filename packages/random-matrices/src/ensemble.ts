import type { Matrix } from "@onsager/linalg";
import type { Stream } from "@onsager/random";
import type { SharedFactorModel, SymmetricModel } from "./models.ts";
import type { SpectralLaw } from "./spectral-law.ts";
import type { Tridiagonal } from "./tridiagonal.ts";

/** What an ensemble gives: a matrix, or observations of a planted truth. */
export type Sample = Matrix | Tridiagonal | SymmetricModel | SharedFactorModel;

/**
 * A random matrix, or a model of several matrices and tensors, at every size. Its parameters are those of the limit, such as ratios
 * of sizes and noise variances; the size comes with `sample`. A member of the family is one page in `ensembles/`.
 */
export interface Ensemble<S extends Sample = Sample> {
  /** The name in the field, in kebab case. */
  readonly name: string;
  /**
   * What every sample satisfies: arrays equal to their transposes, Q Q^T = I to rounding, or neither.
   */
  readonly symmetry: "symmetric" | "orthogonal" | "none";
  /** The limit of the distribution of `spectrum` as the dimension grows. */
  readonly law: SpectralLaw;
  /**
   * A sample, a function of the stream's values alone; the stream moves on by what was drawn.
   *
   * @param dimension - N; where sizes differ, the one that the ensemble's page names
   * @param random - the stream to draw from, in the order that the ensemble's page gives
   * @throws RangeError if the dimension is no integer in range, or the sample more than memory can hold, with the bytes
   */
  sample(dimension: number, random: Stream): S;
  /** The values of a sample whose distribution tends to `law`, in no order. */
  spectrum(sample: S): Float64Array;
}

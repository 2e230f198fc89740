import type { Prior } from "../prior.ts";

/** Parameters of a prior by their names. */
export type PriorParameters = Readonly<Record<string, number>>;

/** A family of priors whose parameters can be learnt from fields. A member of the list is one page in `families/`. */
export interface LearnableFamily<P extends PriorParameters = PriorParameters> {
  /** That of its priors. */
  readonly name: string;
  /** The prior of some parameters. */
  make(parameters: P): Prior;
  /**
   * One step of expectation maximisation: the parameters at which E log P(w, B) is largest, averaged over the posteriors that the
   * present ones give. The likelihood, the sum of log Z(A, B_i), never falls.
   *
   * @param parameters - the present ones
   * @param A - the precision of the fields, positive and finite
   * @param B - the fields B_i = A w_i + sqrt(A) z_i, at least one, finite
   */
  update(parameters: P, A: number, B: Float64Array): P;
}

/** What quadrature needs of a function of one Gaussian variable. */
export interface LinkFunction {
  /** g(z). */
  apply(z: number): number;
  /** Where the function or a derivative of it jumps, or is so steep that quadrature should split; default none. */
  readonly kinks?: readonly number[];
}

/**
 * A link: the function g of y = g(<w, x>), square-integrable under N(0, 1). A member of the family is one page in
 * `links/`; one made on the spot comes from `defineLink`. Information exponent 1 (relu, tanh, sign) is learnt by a
 * linear statistic, 2 (abs, cos) by a quadratic one; with a higher one (He_3) transform the label first, which lowers
 * it to the generative exponent.
 */
export interface Link extends LinkFunction {
  /** In kebab case. */
  readonly name: string;
  /** g'(z) almost everywhere; the value at a kink is arbitrary. */
  derivative(z: number): number;
  readonly kinks: readonly number[];
  /** min{k >= 1: E[g(z) h_k(z)] != 0}; `undefined` when there is none. */
  readonly informationExponent: number | undefined;
  /** min{k >= 1: E[T(g(z)) h_k(z)] != 0 for some T}; `undefined` when there is none. */
  readonly generativeExponent: number | undefined;
}

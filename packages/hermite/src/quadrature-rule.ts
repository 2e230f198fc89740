/** A quadrature rule as plain data: the integral of f is about sum_i `weights[i]` f(`nodes[i]`). */
export interface QuadratureRule {
  /** Where to evaluate f, ascending. */
  readonly nodes: Float64Array;
  /** With what weight, positive. */
  readonly weights: Float64Array;
}

import { normalEquations } from "./normal-equations.ts";
import { solve } from "./solve.ts";

/** The coefficients of columns whose sum comes nearest to y; undefined where the columns depend on one another. */
export function linearFit(columns: readonly Float64Array[], y: Float64Array): Float64Array | undefined {
  const { matrix, rightSide } = normalEquations(columns, y);
  return solve(matrix, rightSide);
}

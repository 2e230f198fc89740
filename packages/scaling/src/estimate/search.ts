import type { Curve } from "../data/curve.ts";
import { type LeastSquares, leastSquares } from "../least-squares/least-squares.ts";
import { type Model, residualsOf } from "./model.ts";

/** The least sum of squares that is reached from some starts; one that converged before one that did not. */
export function search(model: Model, curve: Curve, starts: readonly Float64Array[]): LeastSquares {
  const residuals = residualsOf(model, curve);
  const found = starts.map((start) => leastSquares(residuals, start));
  return found.reduce((best, next) =>
    rank(next) < rank(best) || (rank(next) === rank(best) && next.sum < best.sum) ? next : best,
  );
}

function rank({ sum, convergence }: LeastSquares): number {
  if (!Number.isFinite(sum)) return 2;
  return convergence.converged ? 0 : 1;
}

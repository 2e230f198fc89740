import type { Curve, SeedCurve } from "../data/curve.ts";
import { jacobian } from "../least-squares/jacobian.ts";
import { normalEquations } from "../least-squares/normal-equations.ts";
import { solve } from "../least-squares/solve.ts";
import { type Model, residualsOf } from "./model.ts";

/**
 * The covariance of fitted coordinates, to first order in the errors; NaN where the points do not determine them.
 *
 * With H = J^T W J: seeds give G/(G - 1) sum_s u_s u_s^T with the influences u_s = H^-1 sum_j J_j (y_sj - mean_j)/slope_j of whole seeds;
 * known errors give H^-1; scatter gives H^-1 (residual sum)/(n - p).
 */
export function covarianceOf(
  model: Model,
  curve: Curve,
  coordinates: Float64Array,
  residualSum: number,
): Float64Array {
  const columns = jacobian(residualsOf(model, curve), coordinates);
  const p = columns.length;
  const { matrix } = normalEquations(columns, new Float64Array(curve.x.length));
  const inverse = inverseOf(matrix, p);
  if (!inverse) return new Float64Array(p * p).fill(Number.NaN);
  if (curve.errors.kind === "seeds")
    return spreadOf(
      curve.errors.seeds.map((seed) => influence(model, curve, columns, inverse, seed)),
      p,
    );
  if (curve.errors.kind === "known") return inverse;
  return inverse.map((entry) => (entry * residualSum) / (curve.x.length - p));
}

function inverseOf(matrix: Float64Array, p: number): Float64Array | undefined {
  const inverse = new Float64Array(p * p);
  for (let i = 0; i < p; i++) {
    const unit = new Float64Array(p);
    unit[i] = 1;
    const column = matrix.every(Number.isFinite) ? solve(matrix, unit) : undefined;
    if (!column) return undefined;
    inverse.set(column, i * p);
  }
  return inverse;
}

/** By how much one seed moves the coordinates. The columns of the Jacobian have the roots of the weights, which are counts. */
function influence(
  model: Model,
  { y, weights }: Curve,
  columns: readonly Float64Array[],
  inverse: Float64Array,
  seed: SeedCurve,
): Float64Array {
  const p = columns.length;
  const push = columns.map((column) =>
    seed.places.reduce(
      (sum, place, i) =>
        sum +
        (column[place]! / Math.sqrt(weights[place]!)) * model.slope(y[place]!) * (seed.y[i]! - y[place]!),
      0,
    ),
  );
  return Float64Array.from(columns, (_, i) =>
    push.reduce((sum, value, j) => sum + inverse[i * p + j]! * value, 0),
  );
}

function spreadOf(influences: readonly Float64Array[], p: number): Float64Array {
  const factor = influences.length / (influences.length - 1);
  return Float64Array.from({ length: p * p }, (_, at) => {
    const [i, j] = [Math.floor(at / p), at % p];
    return factor * influences.reduce((sum, u) => sum + u[i]! * u[j]!, 0);
  });
}

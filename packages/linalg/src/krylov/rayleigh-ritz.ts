import type { Iteration } from "./iteration.ts";
import { type ProjectedEigen, projectedEigen } from "./projected-eigen.ts";
import { remainderNorm } from "./remainder.ts";

/** Ritz pairs of the space the operator has been applied to. */
export interface RitzPairs extends ProjectedEigen {
  /** |A v - theta v| of the first `count`. */
  readonly residuals: Float64Array;
  /** Largest |theta|. */
  readonly size: number;
}

/** Diagonalises the projected operator. */
export function rayleighRitz(iteration: Iteration): RitzPairs {
  const { settings, which, basis, H, compact, applied: m, remainder } = iteration;
  const A = compact.subarray(0, m * m);
  for (let i = 0; i < m; i++) A.set(H.subarray(i * basis.capacity, i * basis.capacity + m), i * m);
  const eigen = projectedEigen(settings.backend, m, A, which);
  const wanted = eigen.vectors(settings.count);
  const residuals = new Float64Array(settings.count);
  for (let j = 0; j < settings.count; j++) residuals[j] = remainderNorm(wanted, j, m, remainder);
  const size = eigen.values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return { ...eigen, residuals, size };
}

import type { Convergence } from "./convergence.ts";

/** The record of a run whose last state has this residual. */
export function convergenceOf(
  { iteration, residual }: { readonly iteration: number; readonly residual: number },
  tolerance: number,
): Convergence {
  return { converged: residual <= tolerance, iterations: iteration, residual, tolerance };
}

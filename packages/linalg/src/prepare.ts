import type { PreparedOperator } from "./backend/backend.ts";
import { type BackendOptions, backendOf } from "./backend-options.ts";
import { requireMatrix } from "./check.ts";
import type { Floats, Matrix } from "./matrix.ts";
import { requireSymmetric, type SymmetryOptions } from "./symmetry.ts";
import { withinMemory } from "./within-memory.ts";

/** Options of `prepare`. */
export interface PrepareOptions extends BackendOptions, SymmetryOptions {
  /** Products read the upper triangle alone, half of the memory; default false. */
  readonly symmetric?: boolean;
}

/**
 * An operator whose matrix lies in kernel memory, so that repeated products copy vectors alone. Free it with `using` or
 * `dispose()`; the garbage collector frees it at the latest.
 *
 * @param A - f64 or f32 (f32 entries halve the memory; vectors and sums are f64)
 * @param options - `symmetric` (default false), `checkSymmetry`, `backend`
 * @throws TypeError or RangeError for a matrix that is empty, not finite, or said to be symmetric and not; RangeError when kernel
 *   memory cannot hold it, with the bytes asked for, in use and allowed
 */
export function prepare(A: Matrix<Floats>, options: PrepareOptions = {}): PreparedOperator {
  const backend = backendOf("prepare", options);
  const { symmetric = false } = options;
  if (symmetric) requireSymmetric("prepare", "A", A, options);
  else requireMatrix("prepare", "A", A);
  return withinMemory("prepare", () => backend.prepare(A, symmetric));
}

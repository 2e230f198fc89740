import { requirePositive } from "../argument-checks.ts";
import { backendOf } from "../backend-options.ts";
import type { Convergence } from "../convergence.ts";
import { eigenOfSymmetric } from "../eigen/symmetric-eigen.ts";
import type { SymmetricOptions } from "../eigen/symmetric-eigenvalues.ts";
import type { Floats, Matrix } from "../matrix.ts";
import { rowMajor, times, transposed } from "../products.ts";
import { requireSymmetric } from "../symmetry.ts";

/** Options of `inverseSquareRoot`. */
export interface InverseSquareRootOptions extends SymmetricOptions {
  /** Eigenvalues below are raised to it; by default none is, and A must be positive definite. */
  readonly floor?: number;
}

/** A^(-1/2). */
export interface InverseSquareRoot {
  /** n x n, symmetric. */
  readonly root: Matrix;
  /** Number of eigenvalues that were raised. */
  readonly raised: number;
  /** Of the eigendecomposition. */
  readonly convergence: Convergence;
}

function requireDefinite(values: Float64Array): void {
  const n = values.length;
  if (values[0]! > n * Number.EPSILON * values[n - 1]!) return;
  throw new RangeError(
    `inverseSquareRoot: A must be positive definite unless there is a floor, got smallest eigenvalue ${values[0]}`,
  );
}

/**
 * The symmetric inverse square root A^(-1/2) = sum_j max(mu_j, floor)^(-1/2) v_j v_j^T over the eigenpairs of A.
 *
 * @param A - n x n, of which the upper triangle is read; f32 entries are computed with in f64
 * @param options - `floor` > 0 (by default none), `checkSymmetry` (default true), `backend`
 * @throws RangeError for a floor that is not positive or, without one, if an eigenvalue is at most n 2^-52 times the largest;
 *   RangeError for NaN or infinite entries; TypeError if A is empty, not square or not symmetric
 *
 * Source: N. Higham, Functions of matrices (2008), chapter 6.
 */
export function inverseSquareRoot(
  A: Matrix<Floats>,
  options: InverseSquareRootOptions = {},
): InverseSquareRoot {
  const backend = backendOf("inverseSquareRoot", options);
  requireSymmetric("inverseSquareRoot", "A", A, options);
  const { floor } = options;
  if (floor !== undefined) requirePositive("inverseSquareRoot", "floor", floor);
  const n = A.rows;
  const { values, vectors, convergence } = eigenOfSymmetric(backend, n, A.data);
  if (floor === undefined) requireDefinite(values);
  const powers = values.map((value) => Math.max(value, floor ?? value) ** -0.25);
  const halves = vectors.data.map((entry, at) => entry * powers[Math.floor(at / n)]!);
  const rows = rowMajor(halves, n);
  const root = { rows: n, cols: n, data: times(backend, [n, n, n], transposed(rows), rows) };
  const raised = values.filter((value) => value < (floor ?? -Infinity)).length;
  return { root, raised, convergence };
}

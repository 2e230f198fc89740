import { reject } from "../argument-checks.ts";
import type { Backend } from "../backend/backend.ts";
import { type BackendOptions, backendOf } from "../backend-options.ts";
import { requireMatrix, requireSquare } from "../check.ts";
import type { Floats, Matrix } from "../matrix.ts";
import type { Cholesky } from "./cholesky.ts";
import { solveLower, solveUpper } from "./triangular-solve.ts";

/** Requires as many rows as there are unknowns. */
export function requireRightSide(call: string, B: Matrix<Floats>, n: number): void {
  requireMatrix(call, "B", B);
  if (B.rows !== n) throw new TypeError(`${call}: B must have ${n} rows, got ${B.rows}`);
}

/** X with U^T U X = B, unchecked. */
export function solveWithFactor(backend: Backend, U: Matrix, { rows, cols, data }: Matrix<Floats>): Matrix {
  const X = new Float64Array(data);
  solveLower(backend, rows, U.data, X, cols);
  solveUpper(backend, rows, U.data, X, cols);
  return { rows, cols, data: X };
}

/**
 * Solves A X = B from a factorisation A = U^T U, by forward and back substitution.
 *
 * @param factorisation - of `cholesky`, order n
 * @param B - n x m, one right side a COLUMN; a single one is n x 1
 * @param options - `backend`
 * @returns X, n x m
 * @throws TypeError for shapes that do not fit; RangeError for NaN or infinite entries or a diagonal entry of U that is not positive
 *
 * Source: G. Golub, C. Van Loan, Matrix computations (2013), section 4.2.
 */
export function choleskySolve(
  factorisation: Cholesky,
  B: Matrix<Floats>,
  options: BackendOptions = {},
): Matrix {
  const backend = backendOf("choleskySolve", options);
  const U = factorisation?.factor;
  requireSquare("choleskySolve", "factorisation.factor", U);
  requireRightSide("choleskySolve", B, U.rows);
  for (let i = 0; i < U.rows; i++) {
    const entry = U.data[i * (U.rows + 1)]!;
    if (!(entry > 0)) reject("choleskySolve", `factorisation.factor (${i}, ${i})`, "be positive", entry);
  }
  return solveWithFactor(backend, U, B);
}

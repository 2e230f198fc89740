import type { Convergence } from "../convergence.ts";
import { dividedBy, dropTiny, largestEntry, powerOfTwo } from "../scaling.ts";
import { rootFreeQl } from "./root-free-ql.ts";

/** Eigenvalues and how their computation ended. */
export interface Eigenvalues {
  /** n values in increasing order. */
  readonly values: Float64Array;
  /**
   * Of the QL sweeps: the residual is the largest off-diagonal entry neglected, relative to its neighbours on the diagonal. LAPACK tells
   * neither: its record has one step and the tolerance.
   */
  readonly convergence: Convergence;
}

/** The record of sweeps or steps that end at half a unit in the last place. */
export function roundingRecord({
  iterations,
  residual,
}: Pick<Convergence, "iterations" | "residual">): Convergence {
  const tolerance = Number.EPSILON / 2;
  return { converged: residual <= tolerance, iterations, residual, tolerance };
}

/** The record of a library's routine, which ends at rounding or says that it did not; it does not tell its steps. */
export const libraryRecord: Convergence = roundingRecord({ iterations: 1, residual: Number.EPSILON / 2 });

/** Requires n and n - 1 finite numbers. */
export function requireTridiagonal(call: string, diagonal: Float64Array, offDiagonal: Float64Array): void {
  if (!(diagonal?.length >= 1))
    throw new TypeError(`${call}: diagonal must have at least one entry, got ${diagonal?.length}`);
  if (offDiagonal?.length !== diagonal.length - 1)
    throw new TypeError(
      `${call}: offDiagonal must have ${diagonal.length - 1} entries, one less than diagonal, got ${offDiagonal?.length}`,
    );
  for (const [name, data] of Object.entries({ diagonal, offDiagonal }))
    for (let i = 0; i < data.length; i++)
      if (!Number.isFinite(data[i]))
        throw new RangeError(`${call}: ${name}[${i}] must be finite, got ${data[i]}`);
}

/** The larger of the largest entries, as a power of two. */
export function tridiagonalScale(diagonal: Float64Array, offDiagonal: Float64Array): number {
  return powerOfTwo(Math.max(largestEntry(diagonal), largestEntry(offDiagonal)));
}

/**
 * The eigenvalues of the symmetric tridiagonal matrix T with T_ii = diagonal_i and T_{i,i+1} = T_{i+1,i} = offDiagonal_i, by QL
 * sweeps in O(n^2) operations. Errors are a few units of rounding of the largest one.
 *
 * @param diagonal - n entries, n >= 1
 * @param offDiagonal - n - 1 entries of either sign
 * @returns n values in increasing order, and the record
 * @throws TypeError for lengths that do not fit, RangeError for NaN or infinite entries
 *
 * Source: B. Parlett, The symmetric eigenvalue problem (1980), chapter 8.
 */
export function tridiagonalEigenvalues(diagonal: Float64Array, offDiagonal: Float64Array): Eigenvalues {
  requireTridiagonal("tridiagonalEigenvalues", diagonal, offDiagonal);
  const scale = tridiagonalScale(diagonal, offDiagonal);
  const values = dropTiny(dividedBy(diagonal, scale), 1);
  const squares = new Float64Array(values.length);
  squares.set(dropTiny(dividedBy(offDiagonal, scale), 1).map((value) => value * value));
  const record = rootFreeQl(values, squares);
  for (let i = 0; i < values.length; i++) values[i]! *= scale;
  return { values: values.sort(), convergence: roundingRecord(record) };
}

import { transpose } from "../../products.ts";
import type { Lapack, SingularTriplets } from "../lapack.ts";
import type { NativeFunction } from "./koffi.ts";
import type { OpenBlas } from "./library.ts";

// LAPACK reads columns: a row-major m x n matrix is its n x m transpose, our upper triangle its lower one, and its column vectors
// are our rows.

const letter = (text: string): Uint8Array => Uint8Array.of(text.charCodeAt(0));
const int = (value: number): Int32Array => Int32Array.of(value);

/** Runs LAPACK's routine with the work array it asks for; its `info`. */
function withWork(routine: (work: Float64Array, length: Int32Array, info: Int32Array) => void): number {
  const info = int(0);
  const wanted = new Float64Array(1);
  routine(wanted, int(-1), info);
  const work = new Float64Array(wanted[0]!);
  routine(work, int(work.length), info);
  return info[0]!;
}

/** dsyevd: eigenvalues in increasing order, with the vectors over A if `job` is "V". */
function eigen(dsyevd: NativeFunction, job: "N" | "V", n: number, A: Float64Array): Float64Array | undefined {
  const values = new Float64Array(n);
  const integers = new Int32Array(3 + 5 * n);
  const order = int(n);
  const matrix = [letter(job), letter("L"), order, A, order, values];
  const info = withWork((work, length, info) =>
    dsyevd(...matrix, work, length, integers, int(integers.length), info),
  );
  return info === 0 ? values : undefined;
}

/** dgesdd of X^T, as LAPACK reads it: X's right vectors are its left ones. */
function singular(
  dgesdd: NativeFunction,
  job: "N" | "S",
  rows: number,
  cols: number,
  X: Float64Array,
): SingularTriplets | undefined {
  const k = Math.min(rows, cols);
  const vectors = (length: number): Float64Array => new Float64Array(job === "S" ? length : 1);
  const values = new Float64Array(k);
  const [right, leftColumns] = [vectors(k * cols), vectors(k * rows)];
  const places = [right, int(cols), leftColumns, int(k)];
  const matrix = [letter(job), int(cols), int(rows), X, int(cols), values, ...places];
  const integers = new Int32Array(8 * k);
  const info = withWork((work, length, info) => dgesdd(...matrix, work, length, integers, info));
  if (info !== 0) return undefined;
  return { values, right, left: job === "S" ? transpose(leftColumns, rows, k) : leftColumns };
}

/** dgeqrf of the columns that the rows of X are, and dorgqr for the first of the factor's columns. */
function lq(
  { dgeqrf, dorgqr }: Readonly<Record<"dgeqrf" | "dorgqr", NativeFunction>>,
  [rows, cols]: readonly [number, number],
  X: Float64Array,
  Q: Float64Array,
): void {
  const k = Math.min(rows, cols);
  const tau = new Float64Array(k);
  const length = int(cols);
  withWork((work, size, info) => dgeqrf(length, int(rows), X, length, tau, work, size, info));
  Q.set(X.subarray(0, k * cols));
  withWork((work, size, info) => dorgqr(length, int(k), int(k), Q, length, tau, work, size, info));
}

/** Whole decompositions by LAPACK, as far as the library has them. */
export function nativeLapack({ dsyevd, dgesdd, dgeqrf, dorgqr }: OpenBlas): Lapack {
  return {
    ...(dsyevd && {
      symmetricEigenvalues: (n, A) => eigen(dsyevd, "N", n, A),
      symmetricEigen: (n, A) => eigen(dsyevd, "V", n, A),
    }),
    ...(dgesdd && {
      singularValues: (rows, cols, X) => singular(dgesdd, "N", rows, cols, X)?.values,
      svd: (rows, cols, X) => singular(dgesdd, "S", rows, cols, X),
    }),
    ...(dgeqrf && dorgqr && { lq: (rows, cols, X, Q) => lq({ dgeqrf, dorgqr }, [rows, cols], X, Q) }),
  };
}

import type { Matrix } from "./matrix.ts";

/**
 * A linear map known by its products. A stored matrix, a pass over batches that are generated anew, and a composition of others
 * look the same to an eigensolver.
 */
export interface Operator {
  /** Length of the output. */
  readonly rows: number;
  /** Length of the input. */
  readonly cols: number;
  /** out = A x; `x` has `cols` entries, `out` has `rows` and is overwritten. */
  apply(x: Float64Array, out: Float64Array): void;
  /** out = A^T x; `x` has `rows` entries, `out` has `cols`. */
  applyTranspose?(x: Float64Array, out: Float64Array): void;
  /** Row i of `out` = A times row i of `X`: one pass over the data for a whole block of vectors, which are rows. */
  applyBlock?(X: Matrix, out: Matrix): void;
  /** Frees what the operator holds outside of the garbage collector's reach. */
  [Symbol.dispose]?(): void;
}

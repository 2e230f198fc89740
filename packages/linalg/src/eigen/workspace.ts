import type { Backend } from "../backend/backend.ts";

/** Where the eigenvectors of a tridiagonal matrix of order n are made: arrays of n^2 numbers. */
export interface Workspace {
  readonly backend: Backend;
  readonly n: number;
  /** n x n: the eigenvectors found so far as rows, in blocks on the diagonal; zero outside of these. */
  readonly rows: Float64Array;
  /** The rows that a merge starts from, without what is zero. */
  readonly gathered: Float64Array;
  /** The eigenvectors of a merge in terms of those rows. */
  readonly inner: Float64Array;
}

/** The eigenpairs of a diagonal block: pair i has values[i] and, in the block's columns, row start + i. */
export interface Part {
  readonly start: number;
  readonly values: Float64Array;
  /** Indices of the pairs by increasing value. */
  readonly order: Int32Array;
  /** QL sweeps of the leaves and steps for roots of secular equations. */
  readonly iterations: number;
  /** The largest of what either neglected. */
  readonly residual: number;
}

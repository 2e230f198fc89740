/** All singular values in decreasing order and the singular vectors as rows. */
export interface SingularTriplets {
  /** min(rows, cols) values. */
  readonly values: Float64Array;
  /** rows x rows. */
  readonly left: Float64Array;
  /** rows x cols. */
  readonly right: Float64Array;
}

/**
 * Whole decompositions by a library, as far as it has them. Matrices are row-major and overwritten, their norms moderate; undefined says that
 * the library did not converge, and the package's own method is to be used.
 */
export interface Lapack {
  /** Eigenvalues in increasing order of the symmetric A, order n, of which the upper triangle is read. */
  symmetricEigenvalues?(n: number, A: Float64Array): Float64Array | undefined;
  /** The same; A is overwritten by the eigenvectors as rows. */
  symmetricEigen?(n: number, A: Float64Array): Float64Array | undefined;
  /** Singular values of X, rows x cols, in decreasing order. */
  singularValues?(rows: number, cols: number, X: Float64Array): Float64Array | undefined;
  /** The thin singular value decomposition of X with rows <= cols. */
  svd?(rows: number, cols: number, X: Float64Array): SingularTriplets | undefined;
  /** X = L Q: overwrites X, rows x cols, by L, with anything above its diagonal, and Q by min(rows, cols) orthonormal rows. */
  lq?(rows: number, cols: number, X: Float64Array, Q: Float64Array): void;
}

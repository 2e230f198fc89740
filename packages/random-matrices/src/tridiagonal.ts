/** A symmetric tridiagonal matrix T: T_ii = diagonal_i, T_{i,i+1} = T_{i+1,i} = offDiagonal_i. */
export interface Tridiagonal {
  /** n entries. */
  readonly diagonal: Float64Array;
  /** n - 1 entries. */
  readonly offDiagonal: Float64Array;
}

/** A dense row-major matrix as plain data: entry (i, j) is `data[i * cols + j]`. */
export interface Matrix<D extends Float64Array | Float32Array = Float64Array> {
  /** Number of rows. */
  readonly rows: number;
  /** Number of columns. */
  readonly cols: number;
  /** The rows * cols entries, row after row. */
  readonly data: D;
}

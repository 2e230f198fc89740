/** A row-major matrix: entry (i, j) is `data[i * cols + j]`. */
export interface Matrix<D extends Float64Array | Float32Array = Float64Array> {
  /** Number of rows. */
  readonly rows: number;
  /** Number of columns. */
  readonly cols: number;
  /** `rows * cols` entries, row after row. */
  readonly data: D;
}

/** Storage of entries: double precision, or single precision where memory or bandwidth rules. */
export type Floats = Float64Array | Float32Array;

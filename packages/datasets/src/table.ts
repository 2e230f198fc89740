/** One cell of a table; null where it is missing. */
export type Cell = number | bigint | string | boolean | null;

/**
 * Cells of one kind: numbers of which none is missing are a Float64Array, integers beyond 2^53 a BigInt64Array, and all else (texts,
 * truth values, columns with missing cells) an array of cells of one kind and null.
 */
export type Column = Float64Array | BigInt64Array | readonly Cell[];

/** Columns of equal length by name. */
export interface Table {
  /** The number of rows. */
  readonly rows: number;
  /** The columns in their order. */
  readonly columns: Readonly<Record<string, Column>>;
}

/** The arrays that hold the entries of an `NdArray`. */
export type NumericArray =
  | Float64Array
  | Float32Array
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | BigInt64Array
  | BigUint64Array;

/** A type of entries, by its name in NumPy. */
export type DataType =
  | "bool"
  | "int8"
  | "uint8"
  | "int16"
  | "uint16"
  | "int32"
  | "uint32"
  | "int64"
  | "uint64"
  | "float16"
  | "float32"
  | "float64";

/** An array of any number of dimensions, in row-major (C) order. */
export interface NdArray {
  /** Length of each dimension; none for a single number. */
  readonly shape: readonly number[];
  /** The entries, last index fastest. */
  readonly data: NumericArray;
  /**
   * What an entry is. `data` is the typed array of that name (`int64` a BigInt64Array, exact), with two exceptions: `bool` is a
   * Uint8Array of 0 and 1, `float16` a Float32Array.
   */
  readonly dtype: DataType;
}

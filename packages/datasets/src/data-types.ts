import type { DataType, NumericArray } from "./nd-array.ts";
import { fromHalves, toHalves } from "./npy/half.ts";

/** How entries of one type are stored. */
export interface Storage {
  readonly dtype: DataType;
  /** Kind and bytes of an entry in an npy header, such as `f8`. */
  readonly code: string;
  /** Bytes of an entry in a file. */
  readonly size: number;
  /** The typed array that holds the entries. */
  readonly Holder: Holder;
  /** The entries that little-endian bytes hold; the bytes begin their buffer. */
  decode(bytes: Uint8Array): NumericArray;
  /** Little-endian bytes of entries. */
  encode(data: NumericArray): Uint8Array;
}

interface Holder {
  readonly name: string;
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBufferLike, offset: number, length: number): NumericArray;
}

/** Entries that are stored as the typed array that holds them: all engines are little-endian. */
function stored(dtype: DataType, code: string, Holder: Holder): Storage {
  const size = Holder.BYTES_PER_ELEMENT;
  return {
    dtype,
    code,
    size,
    Holder,
    decode: (bytes) => new Holder(bytes.buffer, bytes.byteOffset, bytes.length / size),
    encode: (data) => new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
  };
}

/** Of types that share a typed array the first is the one that is meant where none is named. */
const storages: readonly Storage[] = [
  stored("float64", "f8", Float64Array),
  stored("float32", "f4", Float32Array),
  { dtype: "float16", code: "f2", size: 2, Holder: Float32Array, decode: fromHalves, encode: toHalves },
  stored("int8", "i1", Int8Array),
  stored("uint8", "u1", Uint8Array),
  stored("bool", "b1", Uint8Array),
  stored("int16", "i2", Int16Array),
  stored("uint16", "u2", Uint16Array),
  stored("int32", "i4", Int32Array),
  stored("uint32", "u4", Uint32Array),
  stored("int64", "i8", BigInt64Array),
  stored("uint64", "u8", BigUint64Array),
];

/** The storage of entries with this code in an npy header. */
export function storageOfCode(code: string): Storage | undefined {
  return storages.find((storage) => storage.code === code);
}

/** The storage of a type, or without one that of a typed array. */
export function storageOf(data: unknown, dtype?: DataType): Storage | undefined {
  return storages.find((storage) =>
    dtype === undefined ? data instanceof storage.Holder : storage.dtype === dtype,
  );
}

import type { Budget } from "../limits.ts";
import type { NdArray, NumericArray } from "../nd-array.ts";
import type { Refuse } from "../refuse.ts";
import { type NpyHeader, parseNpyHeader } from "./npy-header.ts";
import { swapBytes } from "./swap-bytes.ts";
import { toRowMajor } from "./to-row-major.ts";

const magic = "\x93NUMPY";
const longestHeader = 2 ** 16;

/** Reads the bytes of an npy file, within a budget. */
export function parseNpy(bytes: Uint8Array, budget: Budget, refuse: Refuse): NdArray {
  const [start, end] = headerRange(bytes, refuse);
  const header = parseNpyHeader(new TextDecoder("latin1").decode(bytes.subarray(start, end)), refuse);
  const { storage, shape } = header;
  const count = shape.reduce((product, length) => product * length, 1);
  // Products of whole numbers beyond 2^53 are inexact, but no file is as long.
  if (bytes.length - end !== count * storage.size) {
    refuse(`have ${count} entries of ${storage.size} bytes after its header`, bytes.length - end);
  }
  budget(count * storage.Holder.BYTES_PER_ELEMENT);
  return { shape, data: entries(bytes.subarray(end), header, refuse), dtype: storage.dtype };
}

/** Where the dictionary of the header begins and ends. */
function headerRange(bytes: Uint8Array, refuse: Refuse): [start: number, end: number] {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 6));
  if (start.startsWith("\x80")) refuse("be an npy file, not a pickle: it may run any code", "a pickle");
  // Windows-1252, which browsers take for latin1, reads the first byte as a curly quote.
  if (bytes[0] !== magic.charCodeAt(0) || start.slice(1) !== magic.slice(1))
    refuse("begin with \\x93NUMPY", start);
  const version = bytes[6];
  if (bytes.length < 12 || bytes[7] !== 0)
    refuse("be npy version 1.0, 2.0 or 3.0, and whole", `${bytes.length} bytes`);
  if (version !== 1 && version !== 2 && version !== 3) refuse("be npy version 1.0, 2.0 or 3.0", version);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const [from, length] = version === 1 ? [10, view.getUint16(8, true)] : [12, view.getUint32(8, true)];
  if (length > longestHeader) refuse(`have a header of at most ${longestHeader} bytes`, length);
  if (from + length > bytes.length) refuse(`have a whole header of ${length} bytes`, bytes.length - from);
  return [from, from + length];
}

function entries(bytes: Uint8Array, header: NpyHeader, refuse: Refuse): NumericArray {
  const { storage, bigEndian, fortranOrder, shape } = header;
  const raw = new Uint8Array(bytes);
  if (bigEndian) swapBytes(raw, storage.size);
  const data = storage.decode(raw);
  const wrong = storage.dtype === "bool" ? raw.find((byte) => byte > 1) : undefined;
  if (wrong !== undefined) refuse("hold booleans of 0 and 1", wrong);
  return fortranOrder && shape.length > 1 ? toRowMajor(data, shape) : data;
}

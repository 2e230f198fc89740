import { rejectKind, requireInteger, requireLength } from "../argument-checks.ts";
import { type Storage, storageOf } from "../data-types.ts";
import type { NdArray, NumericArray } from "../nd-array.ts";

/** An array to write: a typed array is one of one dimension. */
export type ArrayInput = NumericArray | (Omit<NdArray, "dtype"> & Partial<Pick<NdArray, "dtype">>);

/**
 * Writes an array so that `np.load` reads it back exactly: version 1.0, little-endian, row-major, data on a boundary of 64 bytes.
 *
 * @param array - entries in row-major order with their shape, and their type where the typed array leaves it open (`bool`, `float16`,
 * to which entries are rounded); or a typed array, of one dimension
 * @returns the file
 * @throws TypeError when entries, shape and type do not fit one another
 */
export function writeNpy(array: ArrayInput): Uint8Array {
  return formatNpy("writeNpy", "array", array);
}

/** The npy file of an argument of a call. */
export function formatNpy(call: string, argument: string, array: ArrayInput): Uint8Array {
  const { shape, data, storage } = checked(call, argument, array);
  const header = formatHeader(storage, shape);
  const body = storage.encode(data);
  const out = new Uint8Array(header.length + body.length);
  out.set(header);
  out.set(body, header.length);
  return out;
}

function checked(
  call: string,
  argument: string,
  array: ArrayInput,
): { shape: readonly number[]; data: NumericArray; storage: Storage } {
  if (typeof array !== "object" || array === null) rejectKind(call, argument, "be an array", array);
  const { shape, data, dtype } =
    "shape" in array ? array : { shape: [array.length], data: array, dtype: undefined };
  const storage = storageOf(data, dtype);
  if (!storage || !(data instanceof storage.Holder)) {
    rejectKind(
      call,
      argument,
      `hold ${storage ? `a ${storage.Holder.name} for ${dtype}` : "a typed array and a known dtype"}`,
      data,
    );
  }
  if (!Array.isArray(shape)) rejectKind(call, `${argument}.shape`, "be an array", shape);
  for (const [axis, length] of shape.entries())
    requireInteger(call, `${argument}.shape[${axis}]`, length, 0, Number.MAX_SAFE_INTEGER);
  requireLength(
    call,
    `${argument}.data`,
    data.length,
    shape.reduce((product, length) => product * length, 1),
    "the product of shape",
  );
  if (storage.dtype === "bool" && (data as Uint8Array).some((entry) => entry > 1))
    rejectKind(call, argument, "hold booleans of 0 and 1", data);
  return { shape, data, storage };
}

function formatHeader({ code, size }: Storage, shape: readonly number[]): Uint8Array {
  const order = size === 1 ? "|" : "<";
  const tuple = shape.length === 1 ? `${shape[0]},` : shape.join(", ");
  const text = `{'descr': '${order}${code}', 'fortran_order': False, 'shape': (${tuple}), }`;
  const end = Math.ceil((10 + text.length + 1) / 64) * 64;
  const length = end - 10;
  const start = [0x93, ...new TextEncoder().encode("NUMPY"), 1, 0, length & 255, length >> 8];
  return Uint8Array.from([...start, ...new TextEncoder().encode(`${text.padEnd(length - 1)}\n`)]);
}

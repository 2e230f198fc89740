import { fromHalves } from "../npy/half.ts";
import type { Refuse } from "../refuse.ts";
import type { Field } from "./field.ts";

/** A value as a page stores it. */
export type Stored = number | bigint | string | boolean;

type Decode = (bytes: Uint8Array, count: number, refuse: Refuse) => ArrayLike<Stored>;

/** Numbers that are stored as a typed array; the copy begins its buffer. */
function numbers(size: number, read: (bytes: Uint8Array) => ArrayLike<Stored>): Decode {
  return (bytes, count, refuse) => {
    if (count * size > bytes.length) refuse(`hold ${count} values of ${size} bytes in a page`, bytes.length);
    return read(bytes.slice(0, count * size));
  };
}

const decoders: Readonly<Partial<Record<Field["type"], Decode>>> = {
  BOOLEAN: decodeBits,
  INT32: numbers(4, ({ buffer }) => new Int32Array(buffer)),
  INT64: numbers(8, ({ buffer }) => new BigInt64Array(buffer)),
  FLOAT: numbers(4, ({ buffer }) => new Float32Array(buffer)),
  DOUBLE: numbers(8, ({ buffer }) => new Float64Array(buffer)),
  FIXED_LEN_BYTE_ARRAY: numbers(2, fromHalves),
  BYTE_ARRAY: decodeTexts,
};

/** `count` values in the encoding PLAIN. */
export function decodePlain(
  type: Field["type"],
  bytes: Uint8Array,
  count: number,
  refuse: Refuse,
): ArrayLike<Stored> {
  return (decoders[type] ?? refuse("have columns of a known type", type))(bytes, count, refuse);
}

function decodeBits(bytes: Uint8Array, count: number, refuse: Refuse): readonly boolean[] {
  if (count > bytes.length * 8) refuse(`hold ${count} truth values in a page`, bytes.length * 8);
  return Array.from({ length: count }, (_, i) => ((bytes[i >> 3]! >> (i & 7)) & 1) === 1);
}

function decodeTexts(bytes: Uint8Array, count: number, refuse: Refuse): readonly string[] {
  if (count * 4 > bytes.length) refuse(`hold ${count} texts in a page`, `${bytes.length} bytes`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const texts: string[] = [];
  for (let offset = 0; texts.length < count; ) {
    if (offset + 4 > bytes.length) refuse(`hold ${count} texts in a page`, texts.length);
    const end = offset + 4 + view.getUint32(offset, true);
    if (end > bytes.length)
      refuse("hold whole texts", `one that ends ${end - bytes.length} bytes behind its page`);
    texts.push(textOf(decoder, bytes.subarray(offset + 4, end), refuse));
    offset = end;
  }
  return texts;
}

function textOf(decoder: TextDecoder, bytes: Uint8Array, refuse: Refuse): string {
  try {
    return decoder.decode(bytes);
  } catch {
    return refuse("hold texts in UTF-8", "other bytes");
  }
}

import type { Refuse } from "../refuse.ts";

// A copy of 64 bytes takes 3.
const largestRatio = 22;

/**
 * The `size` bytes that raw snappy data hold. Every length is checked before it is used.
 *
 * @see Google, Snappy compressed format description
 */
export function unsnappy(bytes: Uint8Array, size: number, refuse: Refuse): Uint8Array {
  let from = preambleEnd(bytes, size, refuse);
  const out = new Uint8Array(size);
  let to = 0;
  while (from < bytes.length) {
    const { length, distance, start } = elementAt(bytes, from, refuse);
    if (length > size - to) refuse(`hold ${size} bytes of snappy data`, "more");
    if (distance === undefined) {
      if (length > bytes.length - start) refuse("hold whole snappy data", "a literal beyond its end");
      out.set(bytes.subarray(start, start + length), to);
    } else copyBack(out, to, distance, length, refuse);
    from = distance === undefined ? start + length : start;
    to += length;
  }
  return to === size ? out : refuse(`hold ${size} bytes of snappy data`, to);
}

/** Where the data begin behind their length, which must be `size`, and one that so few bytes can stand for. */
function preambleEnd(bytes: Uint8Array, size: number, refuse: Refuse): number {
  const end = bytes.subarray(0, 5).findIndex((byte) => byte < 128) + 1;
  const length = littleEndian(bytes, 0, end, 7, refuse);
  const sound = end > 0 && length === size && size <= largestRatio * bytes.length;
  return sound ? end : refuse(`hold ${size} bytes of snappy data`, length);
}

/** A literal of `length` bytes that begin at `start`, or a copy from `distance` back, behind which the next element begins. */
interface Element {
  readonly length: number;
  readonly distance?: number;
  readonly start: number;
}

function elementAt(bytes: Uint8Array, from: number, refuse: Refuse): Element {
  const [kind, high] = [bytes[from]! & 3, bytes[from]! >> 2];
  const more = [Math.max(0, high - 59), 1, 2, 4][kind]!;
  const number = littleEndian(bytes, from + 1, more, 8, refuse);
  const start = from + 1 + more;
  if (kind === 0) return { length: (more > 0 ? number : high) + 1, start };
  if (kind === 1) return { length: (high & 7) + 4, distance: number + ((high >> 3) << 8), start };
  return { length: high + 1, distance: number, start };
}

/** The number that has the lowest `bits` bits of each of some bytes, lowest first. */
function littleEndian(bytes: Uint8Array, from: number, count: number, bits: 7 | 8, refuse: Refuse): number {
  if (from + count > bytes.length) refuse("hold whole snappy data", "an element beyond its end");
  let value = 0;
  for (let i = 0; i < count; i++) value += (bytes[from + i]! % 2 ** bits) * 2 ** (bits * i);
  return value;
}

/** Copies what lies `distance` back, which may be what is being copied. */
function copyBack(out: Uint8Array, to: number, distance: number, length: number, refuse: Refuse): void {
  if (distance === 0 || distance > to) refuse("hold whole snappy data", "a copy from before its start");
  for (let i = to; i < to + length; i++) out[i] = out[i - distance]!;
}

import type { Floats } from "../../matrix.ts";
import type { View } from "../backend.ts";
import { type Lines, sameLines, viewLines } from "../view-lines.ts";
import type { Instance } from "./instance.ts";
import { entryBytes, type Scope, view } from "./scope.ts";

/** A matrix in kernel memory; strides in bytes. */
export interface Placed {
  readonly address: number;
  readonly rowStride: number;
  readonly colStride: number;
}

/** Lines shorter than this are copied entry by entry: a call costs more. */
const SHORT = 16;

/** Copies lines between arrays; `to` and `toStride` say where they go. */
export function copyLines(
  from: Floats,
  { start, count, length, stride }: Omit<Lines, "rows">,
  out: Floats,
  to: number,
  toStride: number,
): void {
  if (stride === length && toStride === length) {
    out.set(from.subarray(start, start + count * length), to);
    return;
  }
  for (let i = 0; i < count; i++) {
    const [first, target] = [start + i * stride, to + i * toStride];
    if (length >= SHORT) out.set(from.subarray(first, first + length), target);
    else for (let j = 0; j < length; j++) out[target + j] = from[first + j]!;
  }
}

/** Entry by entry, row after row. */
function gather({ data, offset = 0, rowStride, colStride }: View, cols: number, out: Floats): void {
  for (let at = 0, row = offset; at < out.length; at += cols, row += rowStride)
    for (let j = 0; j < cols; j++) out[at + j] = data[row + j * colStride]!;
}

/** The view where it lies in kernel memory, from `start` on. */
function lying(start: number, { data, offset = 0, rowStride, colStride }: View): Placed {
  const bytes = entryBytes(data);
  return { address: start + offset * bytes, rowStride: rowStride * bytes, colStride: colStride * bytes };
}

/** Copies the entries of a view, and no others, to `address`. */
function copyView(instance: Instance, address: number, source: View, rows: number, cols: number): Placed {
  const bytes = entryBytes(source.data);
  const target = view(instance, source.data, address, rows * cols);
  const lines = viewLines(source, rows, cols);
  if (lines === undefined) gather(source, cols, target);
  else copyLines(source.data, lines, target, 0, lines.length);
  if (lines?.rows === false) return { address, rowStride: bytes, colStride: rows * bytes };
  return { address, rowStride: cols * bytes, colStride: bytes };
}

/** Places parts of an array in kernel memory, one after the other in the same room. */
type Placer = (part: View, rows: number, cols: number) => Placed;

/** Places parts of `data` with up to `entries` entries; copies nothing if it lies in kernel memory. */
export function placer(instance: Instance, { block }: Scope, data: Floats, entries: number): Placer {
  const start = instance.addressOf(data);
  if (start !== undefined) return (part) => lying(start, part);
  const room = block(entries * entryBytes(data));
  return (part, rows, cols) => copyView(instance, room, part, rows, cols);
}

/** Where B (k x n) of a product lies when it is A (m x k) or the transpose of A, already placed; undefined when it is not. */
export function placedBefore(
  A: View,
  size: readonly [number, number],
  B: View,
  n: number,
  placed: Placed,
): Placed | undefined {
  if (!sameLines(A, size, B, n)) return undefined;
  if (A.colStride === B.colStride && A.rowStride === B.rowStride) return placed;
  return { address: placed.address, rowStride: placed.colStride, colStride: placed.rowStride };
}

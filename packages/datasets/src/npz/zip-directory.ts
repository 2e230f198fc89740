import type { Refuse } from "../refuse.ts";

/** A file in a zip archive, as the archive's directory describes it. */
export interface ZipEntry {
  readonly name: string;
  /** 0 for stored, 8 for deflated. */
  readonly method: number;
  /** The checksum of the content. */
  readonly crc: number;
  /** Bytes of the content. */
  readonly size: number;
  /** The content as it is stored. */
  readonly body: Uint8Array;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endLength = 22;
const longestComment = 65535;

/** The files of a zip archive. Each is seen to lie inside of it, and to be what the directory says by its own header. */
export function readZipDirectory(bytes: Uint8Array, refuse: Refuse): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = findEnd(view, refuse);
  const [disk, here, count] = [
    view.getUint32(end + 4, true),
    view.getUint16(end + 8, true),
    view.getUint16(end + 10, true),
  ];
  const [size, start] = [view.getUint32(end + 12, true), view.getUint32(end + 16, true)];
  if (count === 0xffff || size === 0xffffffff || start === 0xffffffff)
    refuse("be a zip archive without zip64 (below 4 GiB)", "zip64");
  if (disk !== 0 || here !== count) refuse("be a zip archive in one piece", "several disks");
  if (start + size !== end) refuse("have its directory right before its end", start + size);
  const entries: ZipEntry[] = [];
  let offset = start;
  for (let i = 0; i < count; i++) {
    const next = entryEnd(view, offset, end, refuse);
    entries.push(readEntry(bytes, view, offset, start, refuse));
    offset = next;
  }
  if (offset !== end) refuse(`have a directory of ${count} entries`, offset);
  return entries;
}

function findEnd(view: DataView, refuse: Refuse): number {
  const last = view.byteLength - endLength;
  for (let end = last; end >= Math.max(0, last - longestComment); end--) {
    const whole =
      view.getUint32(end, true) === endSignature &&
      end + endLength + view.getUint16(end + 20, true) === view.byteLength;
    if (whole) return end;
  }
  return refuse("be a whole zip archive", `${view.byteLength} bytes without its end`);
}

function entryEnd(view: DataView, offset: number, end: number, refuse: Refuse): number {
  const rule = "have a whole directory";
  if (offset + 46 > end || view.getUint32(offset, true) !== entrySignature) refuse(rule, offset);
  const lengths =
    view.getUint16(offset + 28, true) + view.getUint16(offset + 30, true) + view.getUint16(offset + 32, true);
  return offset + 46 + lengths <= end ? offset + 46 + lengths : refuse(rule, offset);
}

/** The entry at an offset of the directory, which begins at `start`. */
function readEntry(
  bytes: Uint8Array,
  view: DataView,
  offset: number,
  start: number,
  refuse: Refuse,
): ZipEntry {
  const name = nameAt(bytes, offset + 46, view.getUint16(offset + 28, true), refuse);
  const [flags, method] = [view.getUint16(offset + 8, true), view.getUint16(offset + 10, true)];
  const [crc, stored, size] = [16, 20, 24].map((field) => view.getUint32(offset + field, true)) as [
    number,
    number,
    number,
  ];
  const local = view.getUint32(offset + 42, true);
  if (flags & 1) refuse("hold no encrypted entry", name);
  if (method !== 0 && method !== 8) refuse("hold stored or deflated entries", `${name} by method ${method}`);
  if ([stored, size, local].includes(0xffffffff))
    refuse("be a zip archive without zip64 (below 4 GiB)", name);
  const from = bodyStart(bytes, view, local, start, name, refuse);
  if (from + stored > start) refuse("hold whole entries", name);
  if (method === 0 && stored !== size) refuse("hold stored entries as long as they say", name);
  return { name, method, crc, size, body: bytes.subarray(from, from + stored) };
}

/** Where the content behind a local header begins. Lengths are those of the directory: NumPy writes zip64 placeholders here. */
function bodyStart(
  bytes: Uint8Array,
  view: DataView,
  local: number,
  start: number,
  name: string,
  refuse: Refuse,
): number {
  if (local + 30 > start || view.getUint32(local, true) !== localSignature)
    refuse("have a header at each entry", name);
  const length = view.getUint16(local + 26, true);
  const from = local + 30 + length + view.getUint16(local + 28, true);
  if (from > start) refuse("hold whole entries", name);
  const own = nameAt(bytes, local + 30, length, refuse);
  return own === name ? from : refuse("name each entry as its directory does", `${own} for ${name}`);
}

function nameAt(bytes: Uint8Array, from: number, length: number, refuse: Refuse): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(
      bytes.subarray(from, from + length),
    );
  } catch {
    return refuse("name its entries in UTF-8", `an entry at byte ${from}`);
  }
}

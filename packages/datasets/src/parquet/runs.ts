import type { Refuse } from "../refuse.ts";

const rule = "hold whole runs of levels and indices";

/** `count` integers of `width` bits, at most 32, in Parquet's hybrid of runs and packed bits. */
export function decodeRuns(bytes: Uint8Array, width: number, count: number, refuse: Refuse): Uint32Array {
  if (width > 32) refuse("pack integers in at most 32 bits", width);
  const values = new Uint32Array(count);
  let offset = 0;
  for (let seen = 0; seen < count; ) {
    const [head, start] = runHead(bytes, offset, refuse);
    const length = Math.floor(head / 2) * (head % 2 === 1 ? 8 : 1);
    const size = head % 2 === 1 ? (length / 8) * width : Math.ceil(width / 8);
    if (length === 0) refuse(rule, "an empty run");
    const run = bytes.subarray(start, start + size);
    const most = Math.min(length, count - seen);
    // The last run of packed bits may be cut where the values end.
    if (run.length < Math.ceil((head % 2 === 1 ? most * width : width) / 8))
      refuse(rule, "a run beyond their end");
    if (head % 2 === 1) unpack(run, width, values.subarray(seen, seen + most));
    else values.fill(little(run), seen, seen + most);
    seen += most;
    offset = start + size;
  }
  return values;
}

function runHead(bytes: Uint8Array, start: number, refuse: Refuse): [head: number, next: number] {
  let head = 0;
  for (let i = 0; i < 5; i++) {
    const byte = bytes[start + i] ?? refuse(rule, "a run beyond their end");
    head += (byte & 127) * 2 ** (7 * i);
    if (byte < 128) return [head, start + i + 1];
  }
  return refuse(rule, "a run of more than 2^35 values");
}

function little(bytes: Uint8Array): number {
  return bytes.reduceRight((value, byte) => value * 256 + byte, 0);
}

/** Integers packed from the lowest bit on. The reservoir stays below 2^40. */
function unpack(bytes: Uint8Array, width: number, out: Uint32Array): void {
  const base = 2 ** width;
  let [reservoir, bits, from] = [0, 0, 0];
  for (let i = 0; i < out.length; i++) {
    for (; bits < width; bits += 8) reservoir += bytes[from++]! * 2 ** bits;
    out[i] = reservoir % base;
    reservoir = Math.floor(reservoir / base);
    bits -= width;
  }
}

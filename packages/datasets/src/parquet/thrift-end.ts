import type { Refuse } from "../refuse.ts";

const deepest = 16;

/**
 * Where a struct in Thrift's compact protocol ends, found without making anything of it: its lengths are seen to fit the bytes first, so
 * that what reads it next makes no more than they hold.
 */
export function thriftEnd(bytes: Uint8Array, start: number, refuse: Refuse): number {
  let offset = start;
  const rule = "hold whole Thrift structs";
  const need = (count: number) =>
    offset + count <= bytes.length ? undefined : refuse(rule, `${count} more bytes than there are`);

  function byte(): number {
    need(1);
    return bytes[offset++]!;
  }
  function varint(): number {
    for (let value = 0, i = 0; i < 10; i++) {
      const next = byte();
      value += (next & 127) * 2 ** (7 * i);
      if (next < 128) return value;
    }
    return refuse(rule, "an integer of more than 10 bytes");
  }
  function skip(count: number): void {
    need(count);
    offset += count;
  }
  function list(depth: number): void {
    const head = byte();
    const size = head >> 4 === 15 ? varint() : head >> 4;
    need(size);
    // A truth value in a list takes a byte of its own.
    const type = (head & 15) <= 2 ? 3 : head & 15;
    for (let i = 0; i < size; i++) value(type, depth);
  }
  function value(type: number, depth: number): void {
    if (depth > deepest) refuse(rule, `structs ${depth} deep`);
    if (type === 3) skip(1);
    else if (type >= 4 && type <= 6) varint();
    else if (type === 7) skip(8);
    else if (type === 8) skip(varint());
    else if (type === 9) list(depth + 1);
    else if (type === 12) struct(depth + 1);
    else if (type > 2) refuse(rule, `a field of type ${type}`);
  }
  function struct(depth: number): void {
    for (let head = byte(); (head & 15) !== 0; head = byte()) {
      if (head >> 4 === 0) varint();
      value(head & 15, depth);
    }
  }

  struct(0);
  return offset;
}

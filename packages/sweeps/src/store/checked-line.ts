import { crc32 } from "node:zlib";

/** Length of `,"check":"12345678"}`. */
const CHECK = 20;

/** The CRC-32 of text (as UTF-8) or bytes, as eight hexadecimal digits. */
export function checksum(data: string | Uint8Array): string {
  return crc32(data).toString(16).padStart(8, "0");
}

/** A record as one line of JSON, whose last field is the CRC-32 of all before it. */
export function checkedLine(record: object): string {
  const body = JSON.stringify(record).slice(0, -1);
  return `${body},"check":"${checksum(body)}"}\n`;
}

/** The record of a line, or undefined if the line is not whole. */
export function readCheckedLine(line: Buffer): Record<string, unknown> | undefined {
  const end = line.length - CHECK;
  if (end < 1 || line.toString("latin1", end) !== `,"check":"${checksum(line.subarray(0, end))}"}`)
    return undefined;
  return JSON.parse(`${line.toString("utf8", 0, end)}}`) as Record<string, unknown>;
}

import { zlibSync } from "fflate";

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** An image in at most 256 colours as a PNG file: `rows x cols` indices, and the colours as `#rrggbb`. */
export function encodePng(
  rows: number,
  cols: number,
  indices: Uint8Array,
  palette: readonly string[],
): Uint8Array {
  const lines = new Uint8Array(rows * (cols + 1));
  for (let row = 0; row < rows; row++)
    lines.set(indices.subarray(row * cols, (row + 1) * cols), row * (cols + 1) + 1);
  return Uint8Array.from([
    ...signature,
    ...chunk("IHDR", [...word(cols), ...word(rows), 8, 3, 0, 0, 0]),
    ...chunk("PLTE", palette.flatMap(bytesOf)),
    ...chunk("IDAT", zlibSync(lines, { level: 9 })),
    ...chunk("IEND", []),
  ]);
}

function chunk(type: string, data: ArrayLike<number>): number[] {
  const body = [...type].map((letter) => letter.charCodeAt(0)).concat(Array.from(data));
  return [...word(data.length), ...body, ...word(crc32(body))];
}

function word(value: number): number[] {
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 255);
}

function bytesOf(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

/** The checksum of a chunk, by the polynomial of IEEE 802.3. */
function crc32(bytes: readonly number[]): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return ~crc;
}

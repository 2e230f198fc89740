import type { NumericArray } from "../nd-array.ts";

/** Numbers of IEEE binary16 from their little-endian bytes: 1 sign, 5 exponent and 10 fraction bits. */
export function fromHalves(bytes: Uint8Array): Float32Array {
  const halves = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2);
  return Float32Array.from(halves, fromHalf);
}

/** Little-endian bytes of the nearest binary16 numbers, ties to even. */
export function toHalves(data: NumericArray): Uint8Array {
  return new Uint8Array(Uint16Array.from(data as Float32Array, toHalf).buffer);
}

function fromHalf(bits: number): number {
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  const sign = bits & 0x8000 ? -1 : 1;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  // Subnormal numbers have the exponent of the smallest normal ones, and no leading one.
  return sign * (exponent === 0 ? fraction : fraction + 1024) * 2 ** (Math.max(exponent, 1) - 25);
}

function toHalf(x: number): number {
  if (Number.isNaN(x)) return 0x7e00;
  const sign = x < 0 || Object.is(x, -0) ? 0x8000 : 0;
  const size = Math.abs(x);
  // Half a spacing above the largest number, 65504, and beyond.
  if (size >= 65520) return sign | 0x7c00;
  const exponent = Math.max(exponentOf(size), -14);
  // A significand that rounds up to 2048 carries into the exponent, as it should.
  return sign | ((exponent + 14) * 1024 + roundToEven(size / 2 ** (exponent - 10)));
}

/** floor(log2(x)), exact; -1023 for zero. */
function exponentOf(x: number): number {
  const high = new Uint32Array(Float64Array.of(x).buffer)[1]!;
  return ((high >> 20) & 2047) - 1023;
}

function roundToEven(x: number): number {
  const below = Math.floor(x);
  const rest = x - below;
  return rest > 0.5 || (rest === 0.5 && below % 2 === 1) ? below + 1 : below;
}

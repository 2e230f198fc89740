import type { NdArray } from "./nd-array.ts";

/**
 * The entries of an array as float64, exactly: booleans become 0 and 1.
 *
 * @param array - an array of any type
 * @returns a new Float64Array of its entries
 * @throws RangeError when an integer of 64 bits is beyond 2^53 and float64 does not have it
 */
export function toFloat64(array: NdArray): Float64Array {
  const { data } = array;
  if (!(data instanceof BigInt64Array || data instanceof BigUint64Array)) return Float64Array.from(data);
  const out = new Float64Array(data.length);
  for (let i = 0; i < data.length; i++) {
    out[i] = Number(data[i]);
    if (BigInt(out[i]!) !== data[i])
      throw new RangeError(`toFloat64: data[${i}] must be a number of float64, got ${data[i]}n`);
  }
  return out;
}

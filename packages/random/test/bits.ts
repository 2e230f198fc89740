/** The bits of float64 numbers, 16 hexadecimal digits each: equality of bits tells -0 from 0. */
export function bits(values: ArrayLike<number>): string[] {
  const words = new BigUint64Array(Float64Array.from(values).buffer);
  return [...words].map((word) => word.toString(16).padStart(16, "0"));
}

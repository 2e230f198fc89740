/** The value that an integrand gave; a RangeError or TypeError that says where when it is not a number. */
export function checkedValue(call: string, argument: string, value: number, z: number, v?: number): number {
  if (typeof value === "number" && !Number.isNaN(value)) return value;
  const Kind = typeof value === "number" ? RangeError : TypeError;
  const place = v === undefined ? `z = ${z}` : `(${z}, ${v})`;
  throw new Kind(`${call}: ${argument} must give a number, got ${String(value)} at ${place}`);
}

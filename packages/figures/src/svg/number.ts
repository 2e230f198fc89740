/** A coordinate to two decimals, without negative zero. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}

/** A coordinate as SVG has it, in its shortest form. */
export function svgNumber(value: number): string {
  return String(rounded(value));
}

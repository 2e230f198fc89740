/** Numbers from one end to the other at equal distances, ends included, to twelve digits: 0.1, 0.2, 0.3 are what they say. */
export function spaced(from: number, to: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) =>
    Number((from + ((to - from) * i) / (count - 1)).toPrecision(12)),
  );
}

/** Numbers from one end to the other at equal ratios, ends included. */
export function logSpaced(from: number, to: number, count: number): number[] {
  return spaced(Math.log(from), Math.log(to), count).map(Math.exp);
}

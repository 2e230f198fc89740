/** The size of ratio alpha to N: alpha N rounded, and at least 1. */
export function scaledSize(N: number, ratio: number): number {
  return Math.max(1, Math.round(ratio * N));
}

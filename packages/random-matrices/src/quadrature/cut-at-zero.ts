import type { Interval } from "../spectral-law.ts";

/** Inside of a support, densities diverge at 0 if at all, where products of matrices begin to lose rank. */
export function cutAtZero([lower, upper]: Interval): Interval[] {
  if (!(lower < 0 && upper > 0)) return [[lower, upper]];
  return [
    [lower, 0],
    [0, upper],
  ];
}

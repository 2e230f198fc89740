import type { Mean } from "../statistics/mean.ts";

/** Means with their standard errors: what `points` marks take. */
export interface MeanPoints {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly error: readonly number[];
}

/** Means at some abscissae, or at the first of them as far as there are means. */
export function meanPoints(x: readonly number[], means: readonly Mean[]): MeanPoints {
  return {
    x: x.slice(0, means.length),
    y: means.map(({ mean }) => mean),
    error: means.map(({ standardError }) => standardError),
  };
}

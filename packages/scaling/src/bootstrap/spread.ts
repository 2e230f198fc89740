import { quantileOf } from "./quantile.ts";

/** The quantiles that leave out (1 - confidence)/2 at either end, NaN left out; NaN where there is nothing else. */
export function tailsOf(values: Float64Array, confidence: number): readonly [low: number, high: number] {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const tail = (1 - confidence) / 2;
  return sorted.length === 0
    ? [Number.NaN, Number.NaN]
    : [quantileOf(sorted, tail), quantileOf(sorted, 1 - tail)];
}

/** The standard deviation of those that are finite; NaN of fewer than two. */
export function deviationOf(values: Float64Array): number {
  const finite = values.filter(Number.isFinite);
  if (finite.length < 2) return Number.NaN;
  const mean = finite.reduce((sum, value) => sum + value, 0) / finite.length;
  return Math.sqrt(finite.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (finite.length - 1));
}

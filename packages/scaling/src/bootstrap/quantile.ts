/**
 * The quantile of n numbers in order below which a further one would fall with probability p: place p (n + 1), linear between numbers;
 * infinite where it lies beside an infinity.
 */
export function quantileOf(sorted: Float64Array, p: number): number {
  const place = Math.min(Math.max(p * (sorted.length + 1) - 1, 0), sorted.length - 1);
  const below = Math.floor(place);
  const [low, weight] = [sorted[below]!, place - below];
  return weight === 0 ? low : (1 - weight) * low + weight * sorted[below + 1]!;
}

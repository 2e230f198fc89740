/** A mean over trials. */
export interface Mean {
  /** NaN without values. */
  readonly mean: number;
  /** Standard error of the mean; 0 for a single value, which has none. */
  readonly standardError: number;
}

/** The mean of some values, with its standard error. */
export function meanOf(values: readonly number[]): Mean {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, standardError: n > 1 ? Math.sqrt(squares / (n - 1) / n) : 0 };
}

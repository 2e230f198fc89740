/** Posterior means and variances of a vector. */
export interface VectorEstimate {
  /** Posterior means. */
  readonly mean: Float64Array;
  /** Posterior variances. */
  readonly variance: Float64Array;
}

/** What the mean of E[(Y - spike)^2] over entries is made of. */
export interface Residual {
  /** |Y|^2. */
  readonly squares: number;
  /** Y contracted with the means of all its factors. */
  readonly signal: number;
  /** The sum over entries of E of the product of squared factors. */
  readonly power: number;
  /** Of the product of factors in the spike. */
  readonly scale: number;
  /** Number of entries. */
  readonly count: number;
}

/** The mean of E[(Y - spike)^2] over entries. */
export function residualVariance({ squares, signal, power, scale, count }: Residual): number {
  return (squares - 2 * scale * signal + scale * scale * power) / count;
}

/** The sum of squared entries. */
export function sumOfSquares(values: Float64Array | Float32Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]! * values[i]!;
  return sum;
}

/** E |w|^2. */
export function squaredNorm({ mean, variance }: VectorEstimate): number {
  return mean.reduce((sum, value, i) => sum + value * value + variance[i]!, 0);
}

/** n (n - 1) ... (n - k + 1). */
export function falling(n: number, k: number): number {
  return k === 0 ? 1 : n * falling(n - 1, k - 1);
}

/** The sum of products of p of the E w_i^2 over tuples of distinct indices, p! e_p, by Newton's identities from their power sums. */
export function distinctProducts({ mean, variance }: VectorEstimate, p: number): number {
  const squared = mean.map((value, i) => value * value + variance[i]!);
  const elementary = [1];
  for (let k = 1; k <= p; k++) {
    let sum = 0;
    for (let i = 1; i <= k; i++) {
      const powerSum = squared.reduce((total, value) => total + value ** i, 0);
      sum += (i % 2 === 1 ? 1 : -1) * elementary[k - i]! * powerSum;
    }
    elementary.push(sum / k);
  }
  return falling(p, p) * elementary[p]!;
}

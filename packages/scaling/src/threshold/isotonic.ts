/**
 * The rising values nearest to y by weighted squares: neighbours that fall are pooled into their mean.
 *
 * @see R. Barlow, D. Bartholomew, J. Bremner, H. Brunk, Statistical inference under order restrictions (1972)
 */
export function isotonic(y: ArrayLike<number>, weights: ArrayLike<number>): Float64Array {
  const pools: { mean: number; weight: number; length: number }[] = [];
  for (let i = 0; i < y.length; i++) {
    let pool = { mean: y[i]!, weight: weights[i]!, length: 1 };
    for (let last = pools.at(-1); last && last.mean >= pool.mean; last = pools.at(-1)) {
      const weight = last.weight + pool.weight;
      pool = {
        mean: (last.weight * last.mean + pool.weight * pool.mean) / weight,
        weight,
        length: last.length + pool.length,
      };
      pools.pop();
    }
    pools.push(pool);
  }
  return Float64Array.from(pools.flatMap(({ mean, length }) => Array<number>(length).fill(mean)));
}

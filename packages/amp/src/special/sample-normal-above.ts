import type { Stream } from "../random.ts";

/**
 * A value of t - x for t ~ N(0, 1) above x: normals until one fits, or for x > 0 exponentials of rate r = (x + sqrt(x^2 + 4))/2, kept
 * with probability exp(-(t - r)^2/2). Any x takes less than 2 tries on average.
 *
 * @see Robert, Simulation of truncated normal variables, Statistics and Computing 5 (1995)
 */
export function sampleNormalAbove(x: number, random: Stream): number {
  if (x <= 0) {
    for (;;) {
      const excess = random.normal() - x;
      if (excess > 0) return excess;
    }
  }
  const rate = (x + Math.sqrt(x * x + 4)) / 2;
  for (;;) {
    const excess = -Math.log(random.uniform()) / rate;
    if (random.uniform() < Math.exp(-((excess + x - rate) ** 2) / 2)) return excess;
  }
}

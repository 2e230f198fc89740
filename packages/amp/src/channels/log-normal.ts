/** The logarithm of the density of N(0, s) at x. */
export function logNormal(x: number, s: number): number {
  return -(x * x) / (2 * s) - Math.log(2 * Math.PI * s) / 2;
}

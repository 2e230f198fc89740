const inverseRootTwoPi = 1 / Math.sqrt(2 * Math.PI);

/** The density of N(0, 1): phi(z) = exp(-z^2/2)/sqrt(2 pi). */
export function normalDensity(z: number): number {
  return inverseRootTwoPi * Math.exp(-0.5 * z * z);
}

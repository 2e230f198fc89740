import { inverseMills, logNormalCdf } from "./normal-tail.ts";

/** N(0, 1) cut off below x; a record to write into. */
export interface NormalAbove {
  /** E[t] - x for t ~ N(0, 1) above x. */
  excess: number;
  /** The variance of t. */
  variance: number;
}

/** Above this the continued fraction loses no digits, below it differences lose few. */
const far = 3;
const logRootTwoPi = Math.log(2 * Math.PI) / 2;

/**
 * Writes the moments of N(0, 1) above x: excess = h - x and variance = 1 - h excess with the hazard h = phi(x)/P(t > x), or for large
 * x from the continued fraction excess = 1/(x + e), e = 2/(x + 3/(x + ...)), with variance = excess (e - excess).
 *
 * @see Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.14
 */
export function writeNormalAbove(x: number, above: NormalAbove): void {
  if (x > far) {
    let e = 0;
    for (let k = Math.ceil(16 + 300 / (x * x)); k > 1; k--) e = k / (x + e);
    above.excess = 1 / (x + e);
    above.variance = above.excess * (e - above.excess);
  } else {
    const hazard = inverseMills(-x);
    above.excess = hazard - x;
    above.variance = 1 - hazard * above.excess;
  }
}

/** log(P(t > x)/phi(x)): about -log x for large x. */
export function logMills(x: number): number {
  return x > 0 ? -Math.log(inverseMills(-x)) : logNormalCdf(-x) + (x * x) / 2 + logRootTwoPi;
}

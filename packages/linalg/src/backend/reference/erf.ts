/** Below it the series, above it the continued fraction. */
const CROSSOVER = 1;
/** Up to the crossover the series is exact to rounding. */
const SERIES_TERMS = 20;
/** From the crossover on the continued fraction is. */
const FRACTION_TERMS = 180;

/** erf x = 2/sqrt(pi) sum_n (-1)^n x^{2n+1}/(n! (2n + 1)), from the inside: 1 - x^2 (1/3 - x^2/2 (1/5 - x^2/3 (1/7 - ...))). */
function series(x: number): number {
  let sum = 0;
  for (let n = SERIES_TERMS; n >= 0; n--) sum = 1 / (2 * n + 1) - ((x * x) / (n + 1)) * sum;
  return (2 / Math.sqrt(Math.PI)) * x * sum;
}

/** 1 - erf x = e^{-x^2}/sqrt(pi) 1/(x + (1/2)/(x + (2/2)/(x + (3/2)/(x + ...)))). */
function complement(x: number): number {
  let tail = x;
  for (let n = FRACTION_TERMS; n > 0; n--) tail = x + n / 2 / tail;
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * tail);
}

/**
 * The error function, 2/sqrt(pi) times the integral of e^{-t^2} from 0 to x, within 3 units in the last place.
 *
 * @see Abramowitz and Stegun, Handbook of Mathematical Functions, 7.1.5 and 7.1.14
 */
export function referenceErf(x: number): number {
  const size = Math.abs(x);
  if (size <= CROSSOVER) return series(x);
  return Math.sign(x) * (1 - complement(size));
}
